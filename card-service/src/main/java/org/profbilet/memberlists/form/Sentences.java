package org.profbilet.memberlists.form;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What is told to the chair, in Russian: the place, what was expected, what stands there, what to
 * do.
 */
public final class Sentences {

  private static final int LONGEST_QUOTE = 60;
  private static final ResourceBundle TEXTS =
      ResourceBundle.getBundle("org.profbilet.memberlists.messages", Locale.forLanguageTag("ru"));

  private Sentences() {}

  public static String of(RowProblem problem) {
    return format(
        "problem." + problem.code(),
        String.valueOf(problem.row()),
        problem.column(),
        quote(problem.value()),
        String.join("; ", problem.details()),
        problem.details().isEmpty() ? "" : problem.details().get(0));
  }

  public static String of(Unreadable reason, List<String> details) {
    return format("unreadable." + reason, String.join(", ", details));
  }

  public static String text(String key) {
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
