package org.profbilet.notifications.wording;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words with places that are filled when they are sent: {@code {link}} is the address of the
 * ticket, {@code {days}} the number of days that are left, and {@code {days|день|дня|дней}} the
 * number with the word in the form that goes with it ({@code {days|day|days}} in English).
 */
public record Template(String text) {

  private static final Pattern PLACE = Pattern.compile("\\{([^{}|]*)((?:\\|[^{}|]*)*)}");
  private static final String LINK = "link";
  private static final String DAYS = "days";

  /** Whether every place is one that is known here, with as many forms as the language has. */
  public boolean isSound(Locale language) {
    String rest = PLACE.matcher(text).replaceAll("");
    return !rest.contains("{")
        && !rest.contains("}")
        && PLACE
            .matcher(text)
            .results()
            .allMatch(place -> isSound(place.group(1), place.group(2), language));
  }

  /** Whether it needs a day to count to. */
  public boolean countsDays() {
    return PLACE.matcher(text).results().anyMatch(place -> place.group(1).equals(DAYS));
  }

  /**
   * @param link the address of the ticket
   * @param days that are left
   */
  public String fill(Locale language, String link, long days) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place ->
                Matcher.quoteReplacement(
                    place.group(1).equals(LINK) ? link : counted(language, days, place.group(2))));
  }

  private static boolean isSound(String name, String forms, Locale language) {
    if (name.equals(LINK)) {
      return forms.isEmpty();
    }
    return name.equals(DAYS)
        && (forms.isEmpty() || formsOf(forms).size() == Plural.of(language).forms());
  }

  /** The blank does not break. */
  private static String counted(Locale language, long days, String forms) {
    return forms.isEmpty()
        ? String.valueOf(days)
        : days + "\u00a0" + formsOf(forms).get(Plural.of(language).formOf(days));
  }

  private static List<String> formsOf(String forms) {
    return Arrays.asList(forms.substring(1).split("\\|", -1));
  }
}
