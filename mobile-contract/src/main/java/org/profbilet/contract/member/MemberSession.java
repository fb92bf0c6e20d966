package org.profbilet.contract.member;

import io.micronaut.serde.annotation.Serdeable;

/**
 * @param accessToken goes into {@code Authorization: Bearer}
 * @param expiresIn seconds until a new session must be opened
 */
@Serdeable
public record MemberSession(String accessToken, int expiresIn) {
  @Override
  public String toString() {
    return "MemberSession[…]";
  }
}
