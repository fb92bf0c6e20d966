package org.profbilet.contract.trust;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.profbilet.contract.credential.DeviceKey;

/**
 * The keys that the server publishes at {@code /.well-known/jwks.json} (RFC 7517).
 *
 * @param keys of credentials and of status lists
 */
public record KeySet(List<PublishedKey> keys) {

  public KeySet {
    keys = List.copyOf(keys);
  }

  public Optional<DeviceKey> find(String id) {
    return keys.stream().filter(key -> key.id().equals(id)).map(PublishedKey::key).findFirst();
  }

  /** The JWK set. */
  public Map<String, Object> toJson() {
    return Map.of("keys", keys.stream().map(PublishedKey::toJson).toList());
  }

  static KeySet of(Map<String, Object> json) {
    return new KeySet(JsonMembers.objects(json, "keys").stream().map(PublishedKey::of).toList());
  }
}
