package org.profbilet.api.session;

import io.micronaut.context.annotation.Value;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.generator.TokenGenerator;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Makes access tokens. They only say who calls; what she may do is asked of the register each time.
 */
@Singleton
public class AccessTokens {

  public static final Duration LIFE = Duration.ofMinutes(10);

  static final String SESSION = "sid";

  private final TokenGenerator generator;
  private final String issuer;

  AccessTokens(TokenGenerator generator, @Value("${profbilet.public-url}") String issuer) {
    this.generator = generator;
    this.issuer = issuer;
  }

  /** For staff, bound to a session that can be ended. */
  String forStaff(UUID accountId, UUID sessionId) {
    return token(accountId, Audience.STAFF, Map.of(SESSION, sessionId.toString()));
  }

  /** For a member's phone: the person and her device. */
  public String forMember(UUID personId, UUID deviceId) {
    return token(personId, Audience.MEMBER, Map.of(SESSION, deviceId.toString()));
  }

  /** For a phone at a door: the device of a meeting. */
  public String forDoor(UUID deviceId) {
    return token(deviceId, Audience.DOOR, Map.of(SESSION, deviceId.toString()));
  }

  private String token(UUID subject, String audience, Map<String, Object> claims) {
    Map<String, Object> all = new HashMap<>(claims);
    all.put("iss", issuer);
    Authentication who = Authentication.build(subject.toString(), List.of(audience), all);
    return generator.generateToken(who, (int) LIFE.toSeconds()).orElseThrow();
  }
}
