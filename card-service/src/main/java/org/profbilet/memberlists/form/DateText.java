package org.profbilet.memberlists.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as people type it. The list of spellings is strict: what is not on it is not guessed.
 *
 * @param date absent unless the kind is a day
 * @param year the year, where one was read
 */
record DateText(Kind kind, @Nullable LocalDate date, int year) {

  enum Kind {
    DAY,
    DAY_OF_SHORT_YEAR,
    DAY_OR_MONTH_FIRST,
    YEAR,
    NO_SUCH_DAY,
    UNREADABLE
  }

  private static final DateTimeFormatter RUSSIAN = DateTimeFormatter.ofPattern("dd.MM.uuuu");
  private static final String YEAR_WORD = "\\s*(?:г\\.?|года?)?";
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(\\d{1,2})\\s*([./,-])\\s*(\\d{1,2})\\s*[./,-]\\s*(\\d{4}|\\d{2})" + YEAR_WORD);
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-.](\\d{1,2})[-.](\\d{1,2})(?:[T ][0:.]*Z?)?");
  private static final Pattern MONTH_IN_WORDS =
      Pattern.compile("(\\d{1,2})\\s+(\\p{L}{3,8})\\s+(\\d{4})" + YEAR_WORD);
  private static final Pattern YEAR_ALONE = Pattern.compile("(1[89]\\d\\d|20\\d\\d)" + YEAR_WORD);
  private static final List<String> MONTHS =
      List.of(
          "января",
          "февраля",
          "марта",
          "апреля",
          "мая",
          "июня",
          "июля",
          "августа",
          "сентября",
          "октября",
          "ноября",
          "декабря");

  /**
   * @param latest the last day that makes sense: it tells 1971 from 2071
   */
  static DateText read(String written, LocalDate latest) {
    String text = written.strip().toLowerCase(Locale.ROOT);
    Matcher dayFirst = DAY_FIRST.matcher(text);
    if (dayFirst.matches()) {
      return dayFirst(dayFirst, latest);
    }
    Matcher yearFirst = YEAR_FIRST.matcher(text);
    if (yearFirst.matches()) {
      return day(Kind.DAY, number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3));
    }
    Matcher words = MONTH_IN_WORDS.matcher(text);
    if (words.matches() && MONTHS.contains(words.group(2))) {
      int month = MONTHS.indexOf(words.group(2)) + 1;
      return day(Kind.DAY, number(words, 3), month, number(words, 1));
    }
    Matcher year = YEAR_ALONE.matcher(text);
    return year.matches()
        ? new DateText(Kind.YEAR, null, number(year, 1))
        : new DateText(Kind.UNREADABLE, null, 0);
  }

  static String shown(LocalDate date) {
    return RUSSIAN.format(date);
  }

  private static DateText dayFirst(Matcher matcher, LocalDate latest) {
    int day = number(matcher, 1);
    int month = number(matcher, 3);
    int year = number(matcher, 4);
    if (matcher.group(4).length() == 2) {
      DateText recent = day(Kind.DAY_OF_SHORT_YEAR, 2000 + year, month, day);
      boolean isPast = recent.date() != null && !recent.date().isAfter(latest);
      return isPast ? recent : day(Kind.DAY_OF_SHORT_YEAR, 1900 + year, month, day);
    }
    boolean isUnclear = matcher.group(2).equals("/") && day <= 12 && month <= 12 && day != month;
    return day(isUnclear ? Kind.DAY_OR_MONTH_FIRST : Kind.DAY, year, month, day);
  }

  private static DateText day(Kind kind, int year, int month, int day) {
    try {
      return new DateText(kind, LocalDate.of(year, month, day), year);
    } catch (DateTimeException e) {
      return new DateText(Kind.NO_SUCH_DAY, null, year);
    }
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
