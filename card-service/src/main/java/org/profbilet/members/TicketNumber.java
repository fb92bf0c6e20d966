package org.profbilet.members;

import io.micronaut.serde.annotation.Serdeable;

/** Ten digits for life: nine of a serial and a check digit (Luhn). */
@Serdeable
public record TicketNumber(String value) {

  private static final int SERIAL_DIGITS = 9;

  public TicketNumber {
    if (!isValid(value)) {
      throw new IllegalArgumentException("a ticket number has 9 digits and a check digit");
    }
  }

  public static boolean isValid(String value) {
    return value.matches("\\d{10}")
        && checkDigit(value.substring(0, SERIAL_DIGITS)) == value.charAt(SERIAL_DIGITS) - '0';
  }

  public static TicketNumber ofSerial(long serial) {
    if (serial < 1 || serial > 999_999_999L) {
      throw new IllegalArgumentException("a serial has at most 9 digits");
    }
    String digits = String.format("%09d", serial);
    return new TicketNumber(digits + checkDigit(digits));
  }

  private static int checkDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? digit * 2 : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return (10 - sum % 10) % 10;
  }

  /** The number opens the way to the person: logs get its last digits only. */
  @Override
  public String toString() {
    return "******" + value.substring(6);
  }
}
