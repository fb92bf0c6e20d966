package org.profbilet.contract.credential;

/**
 * Which plastic copy of a ticket it is: five digits, growing with every copy made for the member.
 *
 * @param value five digits, checked; anything else is an {@link IllegalArgumentException}
 */
public record CardSerial(String value) {

  public CardSerial {
    if (!value.matches("[0-9]{5}")) {
      throw new IllegalArgumentException("a card serial has 5 digits");
    }
  }

  /** The copy with this number, 0 to 99 999. */
  public static CardSerial of(int number) {
    if (number < 0 || number > 99_999) {
      throw new IllegalArgumentException("a card serial has at most 5 digits");
    }
    return new CardSerial(String.format("%05d", number));
  }

  /** The copy's number. */
  public int number() {
    return Integer.parseInt(value);
  }
}
