package org.profbilet.cards;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The three lines of a card's face: Cyrillic, at most 24 characters each. */
record PrintedName(String lastName, String firstName, @Nullable String middleName) {

  private static final int LINE = 24;

  /** What keeps the name from being printed, if anything. */
  Optional<Ineligible> problem() {
    if (lines().anyMatch(line -> line.codePointCount(0, line.length()) > LINE)) {
      return Optional.of(Ineligible.NAME_TOO_LONG);
    }
    return lines().allMatch(PrintedName::isCyrillic)
        ? Optional.empty()
        : Optional.of(Ineligible.NAME_NOT_CYRILLIC);
  }

  private Stream<String> lines() {
    return Stream.of(lastName, firstName, middleName == null ? "" : middleName);
  }

  private static boolean isCyrillic(String line) {
    return line.matches("[\\p{IsCyrillic} .’'-]*");
  }

  @Override
  public String toString() {
    return "PrintedName[…]";
  }
}
