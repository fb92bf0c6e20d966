package org.profbilet.cards;

/**
 * The secret on one plastic card, and the text of its QR code (checkin: {@code EPB1}).
 *
 * @param base32 128 bits as 26 characters
 */
public record PlasticToken(String ticketNumber, String serial, String base32) {

  public PlasticToken {
    if (!base32.matches("[A-Z2-7]{26}")) {
      throw new IllegalArgumentException("a plastic token has 26 characters of base32");
    }
  }

  public String qrText() {
    return "EPB1:" + ticketNumber + ":" + serial + ":" + base32;
  }

  @Override
  public String toString() {
    return "PlasticToken[…]";
  }
}
