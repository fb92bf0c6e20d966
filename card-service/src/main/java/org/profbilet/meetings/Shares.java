package org.profbilet.meetings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.scanner.DoorShare;

/** How doors split the people between them, by the first letters of surnames; ё is е. */
public final class Shares {

  private Shares() {}

  /** The door of this name; absent where no share names it. */
  public static @Nullable String doorOf(List<DoorShare> shares, String shortName) {
    String letter = letter(shortName.substring(0, 1));
    return shares.stream()
        .filter(share -> letter(share.from()).compareTo(letter) <= 0)
        .filter(share -> letter(share.to()).compareTo(letter) >= 0)
        .map(DoorShare::door)
        .findFirst()
        .orElse(null);
  }

  private static String letter(String letter) {
    return letter.replace('Ё', 'Е');
  }
}
