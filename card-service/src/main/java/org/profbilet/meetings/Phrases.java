package org.profbilet.meetings;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Words of papers, in Russian. */
public final class Phrases {

  private static final ResourceBundle TEXTS =
      ResourceBundle.getBundle("org.profbilet.meetings.papers", Locale.forLanguageTag("ru"));

  private Phrases() {}

  public static String of(String key) {
    return TEXTS.getString(key);
  }

  public static String of(String key, Object... values) {
    return new MessageFormat(TEXTS.getString(key), Locale.ROOT).format(values);
  }
}
