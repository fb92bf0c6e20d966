package org.profbilet.registerlists;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.profbilet.memberlists.form.Unreadable;

/** What is told to the office, in Russian: the column, what stands there, what to do. */
public final class Sentences {

  private static final int LONGEST_QUOTE = 60;
  private static final ResourceBundle TEXTS =
      ResourceBundle.getBundle("org.profbilet.registerlists.messages", Locale.forLanguageTag("ru"));

  private Sentences() {}

  public static String of(Remark remark) {
    return format(
        "remark." + remark.code(), remark.column(), quote(remark.value()), remark.detail());
  }

  /**
   * What is wrong with the file as a whole; what is no matter of the form is said as of any table.
   */
  static String of(Unreadable reason) {
    String own = "unreadable." + reason;
    return TEXTS.containsKey(own)
        ? TEXTS.getString(own)
        : org.profbilet.memberlists.form.Sentences.of(reason, List.of());
  }

  static String text(String key) {
    return TEXTS.getString(key);
  }

  private static String format(String key, Object... arguments) {
    return new MessageFormat(TEXTS.getString(key), Locale.ROOT).format(arguments);
  }

  private static String quote(String value) {
    String line = value.replaceAll("\\s+", " ");
    return line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "…" : line;
  }
}
