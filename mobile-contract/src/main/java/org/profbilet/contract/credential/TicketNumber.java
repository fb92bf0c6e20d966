package org.profbilet.contract.credential;

/**
 * The number of a union ticket, given once and for life: ten digits, of which nine are a serial
 * number padded with zeros and the last is its Luhn check digit (ISO/IEC 7812-1, annex B).
 *
 * @param value ten digits, checked; anything else is an {@link IllegalArgumentException}
 */
public record TicketNumber(String value) {

  private static final int SERIAL_LIMIT = 1_000_000_000;

  public TicketNumber {
    if (!value.matches("[0-9]{10}")) {
      throw new IllegalArgumentException("a ticket number has 10 digits");
    }
    if (checkDigit(value.substring(0, 9)) != value.charAt(9)) {
      throw new IllegalArgumentException("the check digit of the ticket number is wrong");
    }
  }

  /** The number with this serial, 0 to 999 999 999. */
  public static TicketNumber ofSerial(int serial) {
    if (serial < 0 || serial >= SERIAL_LIMIT) {
      throw new IllegalArgumentException("a ticket serial has at most 9 digits");
    }
    String digits = String.format("%09d", serial);
    return new TicketNumber(digits + checkDigit(digits));
  }

  private static char checkDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit * 2 : digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return (char) ('0' + (10 - sum % 10) % 10);
  }

  /** Hides the number, which leads to a person. */
  @Override
  public String toString() {
    return "********" + value.substring(8);
  }
}
