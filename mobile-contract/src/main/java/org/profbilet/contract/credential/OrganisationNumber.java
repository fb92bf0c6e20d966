package org.profbilet.contract.credential;

/**
 * Our own number of an organisation, unsigned 32 bits. It is not the ИНПО, which is opaque text.
 *
 * @param value 0 to 4 294 967 295
 */
public record OrganisationNumber(long value) {

  public OrganisationNumber {
    if (value < 0 || value > 0xFFFF_FFFFL) {
      throw new IllegalArgumentException("an organisation number is an unsigned 32-bit number");
    }
  }
}
