package org.profbilet.contract.trust;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.profbilet.contract.credential.PublicAddress;

/**
 * All that a door needs to verify without a network, signed by the root key that scanners have
 * pinned; served at {@code /.well-known/epb/bundle} as {@code application/epb-bundle+jwt}.
 *
 * @param issuedAt when it was made, whole seconds
 * @param expiresAt when it must no longer be used
 * @param keys of credentials and status lists
 * @param revokedKeys ids of keys withdrawn in an emergency
 * @param addresses servers whose credentials are ours
 * @param statusLists signed texts of all lists, so that nobody learns which one was looked up
 * @param leastProfile the smallest profile of a packed credential that is still accepted
 */
public record OfflineBundle(
    Instant issuedAt,
    Instant expiresAt,
    KeySet keys,
    List<String> revokedKeys,
    List<PublicAddress> addresses,
    List<String> statusLists,
    int leastProfile) {

  static final String TYPE = "epb-bundle+jwt";

  public OfflineBundle {
    revokedKeys = List.copyOf(revokedKeys);
    addresses = List.copyOf(addresses);
    statusLists = List.copyOf(statusLists);
  }

  /**
   * Signs the bundle.
   *
   * @param keyId "r" and a number
   */
  public String sign(String keyId, ECKey rootKey) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("iat", issuedAt.getEpochSecond());
    payload.put("exp", expiresAt.getEpochSecond());
    payload.put("jwks", keys.toJson());
    payload.put("revoked_kids", revokedKeys);
    payload.put("hosts", addresses.stream().map(PublicAddress::value).toList());
    payload.put("status_lists", statusLists);
    payload.put("min_profile", leastProfile);
    return SignedJson.sign(TYPE, keyId, payload, rootKey);
  }

  static OfflineBundle of(Map<String, Object> payload) {
    return new OfflineBundle(
        JsonMembers.moment(payload, "iat"),
        JsonMembers.moment(payload, "exp"),
        KeySet.of(JsonMembers.object(payload, "jwks")),
        JsonMembers.texts(payload, "revoked_kids"),
        JsonMembers.texts(payload, "hosts").stream().map(PublicAddress::new).toList(),
        JsonMembers.texts(payload, "status_lists"),
        JsonMembers.number(payload, "min_profile"));
  }
}
