package org.profbilet.memberlists.form;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.profbilet.memberlists.form.RowProblem.Code;
import org.profbilet.members.PersonName;

/** Names of a row: Cyrillic, with the slips of hand and keyboard put right and reported. */
final class NameColumns {

  private static final int LONGEST = 60;
  private static final Pattern LETTERS = Pattern.compile("[\\p{L} '-]+");
  private static final Pattern CYRILLIC = Pattern.compile("[\\p{IsCyrillic} '-]+");
  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final Set<String> NO_PATRONYMIC =
      Set.of("-", "–", "—", "--", "нет", "отсутствует", "без отчества", "б/о");
  private static final Set<String> SMALL_WORDS =
      Set.of("оглы", "оглу", "кызы", "гызы", "улы", "уулу", "де", "фон", "ван", "дер", "ибн");
  private static final String LATIN = "ABCEHKMOPTXYaceopxy";
  private static final String LIKE_IT = "АВСЕНКМОРТХУасеорху";

  private NameColumns() {}

  static @Nullable PersonName read(RowCells row) {
    String last = needed(row, Column.LAST_NAME);
    String first = needed(row, Column.FIRST_NAME);
    String written = row.text(Column.MIDDLE_NAME);
    boolean hasNone = written.isEmpty() || NO_PATRONYMIC.contains(written.toLowerCase(Locale.ROOT));
    String middle = hasNone ? null : name(row, Column.MIDDLE_NAME, written);
    return last == null || first == null ? null : new PersonName(last, first, middle);
  }

  private static @Nullable String needed(RowCells row, Column column) {
    String written = row.needed(column);
    return written == null ? null : name(row, column, written);
  }

  private static @Nullable String name(RowCells row, Column column, String written) {
    String text = tidy(written);
    if (text.length() > LONGEST) {
      row.problem(column, Code.TOO_LONG, String.valueOf(LONGEST), String.valueOf(text.length()));
      return null;
    }
    if (!LETTERS.matcher(text).matches() || !WORD.matcher(text).find()) {
      row.problem(column, Code.WRONG_LETTERS);
      return null;
    }
    String cyrillic = cyrillic(text);
    if (!CYRILLIC.matcher(cyrillic).matches()) {
      row.problem(column, Code.NOT_CYRILLIC);
      return null;
    }
    if (!cyrillic.equals(text)) {
      row.problem(column, Code.LATIN_LETTERS_REPLACED, cyrillic);
    }
    return cased(row, column, cyrillic);
  }

  private static String tidy(String written) {
    return written
        .replaceAll("[’`ʼ´]", "'")
        .replaceAll("[‐‑–—]", "-")
        .replaceAll("\\s*-\\s*", "-")
        .replaceAll("\\s+", " ");
  }

  /** Latin letters are taken for Russian ones only inside a word that has Russian ones too. */
  private static String cyrillic(String text) {
    if (text.codePoints().noneMatch(c -> Character.UnicodeScript.of(c) == UnicodeScript.CYRILLIC)) {
      return text;
    }
    StringBuilder result = new StringBuilder(text);
    for (int i = 0; i < result.length(); i++) {
      int look = LATIN.indexOf(result.charAt(i));
      if (look >= 0) {
        result.setCharAt(i, LIKE_IT.charAt(look));
      }
    }
    return result.toString();
  }

  private static String cased(RowCells row, Column column, String name) {
    boolean shouts = name.length() > 1 && name.equals(name.toUpperCase(Locale.ROOT));
    boolean whispers = name.equals(name.toLowerCase(Locale.ROOT));
    if (!shouts && !whispers) {
      return name;
    }
    String cased = WORD.matcher(name).replaceAll(NameColumns::capitalised);
    if (!cased.equals(name)) {
      row.problem(column, Code.CAPITALS_LOWERED, cased);
    }
    return cased;
  }

  private static String capitalised(MatchResult word) {
    String small = word.group().toLowerCase(Locale.ROOT);
    return SMALL_WORDS.contains(small)
        ? small
        : small.substring(0, 1).toUpperCase(Locale.ROOT) + small.substring(1);
  }
}
