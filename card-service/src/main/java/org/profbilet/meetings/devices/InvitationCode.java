package org.profbilet.meetings.devices;

import java.security.SecureRandom;
import org.profbilet.meetings.Hashes;

/** 130 random bits as 26 capitals and digits, which a QR stores in little room. */
record InvitationCode(String value) {

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final SecureRandom RANDOM = new SecureRandom();

  static InvitationCode random() {
    StringBuilder code = new StringBuilder(26);
    for (int i = 0; i < 26; i++) {
      code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return new InvitationCode(code.toString());
  }

  /** The only form in which the code is kept: nobody can go back from it. */
  String hash() {
    return Hashes.sha256("door invitation " + value);
  }

  @Override
  public String toString() {
    return "InvitationCode[…]";
  }
}
