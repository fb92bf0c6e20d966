package org.profbilet.credentials;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Checks the short statement by which a phone shows that it still holds its key: a JWT {@code
 * {"iss": device, "aud": public address, "iat": milliseconds}} signed with ES256. A member's phone
 * and a phone at a door open their sessions alike.
 *
 * <p>That a proof serves once is for the caller to keep: it must be later than the last one taken
 * from this device, and be remembered in the same statement that compares it.
 */
@Singleton
public class DeviceProofs {

  /** How far the phone's clock may be off; the Date of every answer lets a page correct itself. */
  public static final Duration SKEW = Duration.ofMinutes(5);

  private final String audience;
  private final Clock clock;

  DeviceProofs(@Value("${profbilet.public-url}") String audience, Clock clock) {
    this.audience = audience;
    this.clock = clock;
  }

  /** A statement whose signature is not looked at yet. */
  public static final class Claimed {

    private final SignedJWT token;
    private final String issuer;
    private final long madeAt;

    private Claimed(SignedJWT token, String issuer, long madeAt) {
      this.token = token;
      this.issuer = issuer;
      this.madeAt = madeAt;
    }

    /** Who says it: a device's id, or the code of an invitation. */
    public String issuer() {
      return issuer;
    }

    /** Milliseconds since 1970 by the phone's clock. */
    public long madeAt() {
      return madeAt;
    }

    /** Whether the private half of this key of P-256 has signed it. */
    public boolean isSignedBy(String x, String y) {
      try {
        ECKey key = new ECKey.Builder(Curve.P_256, new Base64URL(x), new Base64URL(y)).build();
        return token.verify(new ECDSAVerifier(key));
      } catch (JOSEException | IllegalArgumentException | IllegalStateException e) {
        return false;
      }
    }
  }

  /**
   * What a text claims, where it has the form of a proof, is meant for us and was made just now.
   */
  public Optional<Claimed> read(String text) {
    try {
      SignedJWT token = SignedJWT.parse(text);
      if (!JWSAlgorithm.ES256.equals(token.getHeader().getAlgorithm())) {
        return Optional.empty();
      }
      Map<String, Object> claims = token.getPayload().toJSONObject();
      if (claims == null
          || !(claims.get("iss") instanceof String issuer)
          || !(claims.get("iat") instanceof Number madeAt)
          || !audience.equals(claims.get("aud"))) {
        return Optional.empty();
      }
      return Math.abs(clock.millis() - madeAt.longValue()) > SKEW.toMillis()
          ? Optional.empty()
          : Optional.of(new Claimed(token, issuer, madeAt.longValue()));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }
}
