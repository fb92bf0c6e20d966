package org.profbilet.contract.member;

import io.micronaut.serde.annotation.Serdeable;

/**
 * @param url to be opened on the phone; carries the whole pass, signed
 */
@Serdeable
public record SaveLink(String url) {
  @Override
  public String toString() {
    return "SaveLink[…]";
  }
}
