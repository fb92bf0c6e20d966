package org.profbilet.contacts;

import io.micronaut.serde.annotation.Serdeable;

/** A phone number as the world writes it: +7 and ten digits for Russia. */
@Serdeable
public record Phone(String e164) {

  public Phone {
    if (!e164.matches("\\+[1-9]\\d{9,14}")) {
      throw new IllegalArgumentException("a phone is a plus sign and 10 to 15 digits");
    }
  }

  @Override
  public String toString() {
    return e164.substring(0, 2) + "*******" + e164.substring(e164.length() - 2);
  }
}
