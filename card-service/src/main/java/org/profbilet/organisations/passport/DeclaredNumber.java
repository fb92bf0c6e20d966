package org.profbilet.organisations.passport;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number as a paper gives it. «67 (54)» is a number with an alternative, «98 + 2» one with an
 * extra: both are kept beside it and never added. An empty cell is no number, and no number is not
 * zero.
 */
public record DeclaredNumber(
    @Nullable Integer value, @Nullable Integer alternative, @Nullable Integer extra) {

  private static final String NUMBER = "(\\d{1,3}(?: \\d{3})+|\\d{1,7})";
  private static final Pattern SHAPE =
      Pattern.compile(NUMBER + "(?: ?\\( ?" + NUMBER + " ?\\))?(?: ?\\+ ?" + NUMBER + ")?");
  private static final DeclaredNumber NOTHING = new DeclaredNumber(null, null, null);

  /**
   * @throws NumberFormatException where it is neither empty nor a number of one of these shapes
   */
  public static DeclaredNumber read(String raw) {
    String text = raw.replaceAll("[\\s\\u00a0\\u2007\\u202f]+", " ").strip();
    if (text.isEmpty() || text.equals("-") || text.equals("–")) {
      return NOTHING;
    }
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      throw new NumberFormatException("neither empty nor a number");
    }
    return new DeclaredNumber(
        number(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3)));
  }

  /** Whether the paper says more than one number. */
  public boolean isUnclear() {
    return alternative != null || extra != null;
  }

  private static @Nullable Integer number(@Nullable String digits) {
    return digits == null ? null : Integer.valueOf(digits.replace(" ", ""));
  }
}
