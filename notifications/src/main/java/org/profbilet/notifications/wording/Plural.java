package org.profbilet.notifications.wording;

import java.util.Locale;

/** Which form of a word goes with a number (Unicode CLDR, cardinal rules for whole numbers). */
enum Plural {

  /** 1 день, 2 дня, 5 дней, 11 дней, 21 день. */
  RUSSIAN(3) {
    @Override
    int formOf(long count) {
      long last = count % 10;
      boolean isTeen = count % 100 / 10 == 1;
      if (last == 1 && !isTeen) {
        return 0;
      }
      return last >= 2 && last <= 4 && !isTeen ? 1 : 2;
    }
  },

  /** 1 day, 2 days. */
  ENGLISH(2) {
    @Override
    int formOf(long count) {
      return count == 1 ? 0 : 1;
    }
  };

  private final int forms;

  Plural(int forms) {
    this.forms = forms;
  }

  static Plural of(Locale language) {
    return language.getLanguage().equals("en") ? ENGLISH : RUSSIAN;
  }

  int forms() {
    return forms;
  }

  /** From 0. */
  abstract int formOf(long count);
}
