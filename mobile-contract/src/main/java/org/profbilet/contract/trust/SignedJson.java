package org.profbilet.contract.trust;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.credential.DeviceKey;
import org.profbilet.contract.credential.Es256;
import org.profbilet.contract.credential.StrictBase64Url;

/**
 * A JSON object signed as a JWS with a header of exactly three members: alg, kid, typ.
 *
 * @param keyId the "kid" of the header
 * @param payload members of the object
 */
record SignedJson(String keyId, Map<String, Object> payload) {

  private static final int LIMIT = 16_000_000;

  static String sign(String type, String keyId, Map<String, Object> payload, ECKey key) {
    String header = header(type, keyId);
    String json = JSONObjectUtils.toJSONString(payload);
    return Es256.signingInput(header, json) + "." + Es256.sign(header, json, key);
  }

  private static String header(String type, String keyId) {
    return "{\"alg\":\"ES256\",\"kid\":\"%s\",\"typ\":\"%s\"}".formatted(keyId, type);
  }

  /**
   * Reads and verifies a text.
   *
   * @param keys finds a key by its "kid", null when there is none
   * @throws BadSignature when the text has the right form and no key of ours has signed it
   */
  static SignedJson read(String text, String type, Function<String, @Nullable DeviceKey> keys) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 3 || text.length() > LIMIT) {
      throw new IllegalArgumentException("not a signed text of three parts");
    }
    String keyId = keyId(decoded(parts[0]), type);
    DeviceKey key = keys.apply(keyId);
    if (StrictBase64Url.decode(parts[2]).length != Es256.LENGTH
        || key == null
        || !Es256.isGood(parts[0] + "." + parts[1], parts[2], key)) {
      throw new BadSignature();
    }
    return new SignedJson(keyId, json(decoded(parts[1])));
  }

  private static String keyId(String header, String type) {
    String keyId = header.replaceFirst(".*\"kid\":\"([a-z0-9]{1,8})\".*", "$1");
    if (!header.equals(header(type, keyId))) {
      throw new IllegalArgumentException("a header of another form");
    }
    return keyId;
  }

  private static String decoded(String part) {
    return new String(StrictBase64Url.decode(part), StandardCharsets.UTF_8);
  }

  private static Map<String, Object> json(String text) {
    try {
      return JSONObjectUtils.parse(text);
    } catch (ParseException cause) {
      throw new IllegalArgumentException("a payload that is no JSON object");
    }
  }

  /** The form is right, the signature is not. */
  static final class BadSignature extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    BadSignature() {
      super("no known key has signed this text");
    }
  }
}
