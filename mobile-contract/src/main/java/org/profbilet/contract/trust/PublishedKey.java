package org.profbilet.contract.trust;

import java.util.LinkedHashMap;
import java.util.Map;
import org.profbilet.contract.credential.DeviceKey;

/**
 * A public key of the union's server.
 *
 * @param id "k1" to "k255" signs credentials, "s…" status lists, "r…" bundles
 * @param key the key
 */
public record PublishedKey(String id, DeviceKey key) {

  public PublishedKey {
    if (!id.matches("k([1-9]|[1-9][0-9]|1[0-9][0-9]|2[0-4][0-9]|25[0-5])|[rs][1-9][0-9]{0,3}")) {
      throw new IllegalArgumentException("a key is named k1 to k255, s1 to s9999, r1 to r9999");
    }
  }

  /** The JWK, with its thumbprint of RFC 7638 beside the name. */
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kty", "EC");
    json.put("crv", "P-256");
    json.put("x", key.x());
    json.put("y", key.y());
    json.put("kid", id);
    json.put("use", "sig");
    json.put("alg", "ES256");
    json.put("thumbprint", key.thumbprint());
    return json;
  }

  static PublishedKey of(Map<String, Object> json) {
    if (!"EC".equals(json.get("kty")) || !"P-256".equals(json.get("crv"))) {
      throw new IllegalArgumentException("a published key is of the curve P-256");
    }
    return new PublishedKey(
        JsonMembers.text(json, "kid"),
        new DeviceKey(JsonMembers.text(json, "x"), JsonMembers.text(json, "y")));
  }
}
