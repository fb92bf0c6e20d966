package org.profbilet.contract.trust;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.profbilet.contract.credential.StrictBase64Url;

/**
 * A signed status list, media type {@code application/statuslist+jwt} (Token Status List, 5.1).
 *
 * @param uri where it is served; what credentials name
 * @param issuedAt when it was made, whole seconds
 * @param expiresAt when it must no longer be used
 * @param list the states
 */
public record StatusListToken(String uri, Instant issuedAt, Instant expiresAt, StatusList list) {

  /** Seconds after which a newer list is worth asking for. */
  public static final int TIME_TO_LIVE = 3600;

  private static final String TYPE = "statuslist+jwt";

  /**
   * Signs the list.
   *
   * @param keyId "s" and a number
   */
  public String sign(String keyId, ECKey key) {
    Map<String, Object> states = new LinkedHashMap<>();
    states.put("bits", StatusList.BITS);
    states.put("lst", StrictBase64Url.encode(list.compressed()));
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("sub", uri);
    payload.put("iat", issuedAt.getEpochSecond());
    payload.put("exp", expiresAt.getEpochSecond());
    payload.put("ttl", TIME_TO_LIVE);
    payload.put("status_list", states);
    return SignedJson.sign(TYPE, keyId, payload, key);
  }

  /**
   * Reads a list and verifies that a status key of the set has signed it. Anything else is an
   * {@link IllegalArgumentException}.
   */
  public static StatusListToken read(String text, KeySet keys) {
    Map<String, Object> payload =
        SignedJson.read(text, TYPE, id -> id.startsWith("s") ? keys.find(id).orElse(null) : null)
            .payload();
    Map<String, Object> states = JsonMembers.object(payload, "status_list");
    if (JsonMembers.number(states, "bits") != StatusList.BITS) {
      throw new IllegalArgumentException("a status list of two bits was expected");
    }
    return new StatusListToken(
        JsonMembers.text(payload, "sub"),
        JsonMembers.moment(payload, "iat"),
        JsonMembers.moment(payload, "exp"),
        StatusList.ofCompressed(StrictBase64Url.decode(JsonMembers.text(states, "lst"))));
  }
}
