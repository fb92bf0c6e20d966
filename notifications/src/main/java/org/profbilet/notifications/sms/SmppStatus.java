package org.profbilet.notifications.sms;

/** What a refusal of the centre means (SMPP 3.4 §5.1.3). */
enum SmppStatus {
  /** The whole route goes too fast. */
  THROTTLED,
  /** This message later. */
  LATER,
  /** Our log-in, our sender or our rights: every other message would fail alike. */
  ABOUT_US,
  NO_SUCH_NUMBER,
  NEVER;

  static SmppStatus of(int status) {
    return switch (status) {
      case 0x14, 0x58 -> THROTTLED;
      case 0x08, 0x45, 0x64 -> LATER;
      case 0x04, 0x05, 0x0A, 0x0D, 0x0E, 0x0F, 0x53 -> ABOUT_US;
      case 0x0B -> NO_SUCH_NUMBER;
      default -> NEVER;
    };
  }

  static boolean isAboutUs(int status) {
    return of(status) == ABOUT_US;
  }

  static String code(int status) {
    return "SMPP_0x" + Integer.toHexString(status);
  }
}
