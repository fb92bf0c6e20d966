package org.profbilet.credentials;

/**
 * What a stranger learns of a code that she was shown.
 *
 * @param initials three letters where it is valid, else empty
 */
public record CodeCheck(Outcome outcome, String initials) {

  /** Whether it is a member's. */
  public enum Outcome {
    VALID,
    /** Genuine, but its minute is over: to be shown again. */
    STALE,
    NOT_VALID
  }

  static final CodeCheck STALE = new CodeCheck(Outcome.STALE, "");
  static final CodeCheck NOT_VALID = new CodeCheck(Outcome.NOT_VALID, "");

  @Override
  public String toString() {
    return "CodeCheck[" + outcome + "]";
  }
}
