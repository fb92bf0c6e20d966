package org.profbilet.contract.member;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What a phone holds: SD-JWT VC texts (RFC 9901) without a proof.
 *
 * @param door for the union's doors, bound to the door key
 * @param member for shops, bound to the member key
 */
@Serdeable
public record PhoneCredentials(String door, String member) {
  @Override
  public String toString() {
    return "PhoneCredentials[…]";
  }
}
