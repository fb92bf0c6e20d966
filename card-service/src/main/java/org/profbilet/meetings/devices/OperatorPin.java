package org.profbilet.meetings.devices;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.UUID;
import org.profbilet.meetings.Hashes;

/** Six digits that say whose hands hold a phone; the phone itself proves that it may scan. */
record OperatorPin(String value) {

  private static final SecureRandom RANDOM = new SecureRandom();

  static OperatorPin random() {
    return new OperatorPin(String.format(Locale.ROOT, "%06d", RANDOM.nextInt(1_000_000)));
  }

  /** The only form in which it is kept. */
  String hash(UUID meetingId) {
    return Hashes.sha256("door operator " + meetingId + " " + value);
  }

  @Override
  public String toString() {
    return "OperatorPin[…]";
  }
}
