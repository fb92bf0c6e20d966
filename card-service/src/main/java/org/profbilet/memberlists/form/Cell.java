package org.profbilet.memberlists.form;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What stands in a cell, as text, and the day when the cell is formatted as a date. */
record Cell(String text, Kind kind, @Nullable LocalDate date) {

  enum Kind {
    EMPTY,
    TEXT,
    NUMBER,
    DATE
  }

  /** Excel allows no more in one cell. */
  static final int LONGEST = 32_767;

  static final Cell NOTHING = new Cell("", Kind.EMPTY, null);

  /** Macs write й as и with a breve, and pages paste blanks that do not break: both are undone. */
  static Cell text(@Nullable String written) {
    if (written == null) {
      return NOTHING;
    }
    String composed = Normalizer.normalize(written, Normalizer.Form.NFC);
    String text = composed.replaceAll("[\\u00a0\\u2007\\u202f\\ufeff\\u200b]", " ").strip();
    return text.isEmpty() ? NOTHING : new Cell(text, Kind.TEXT, null);
  }

  /** A phone typed as a number must not become 8.9E10. */
  static Cell number(BigDecimal number) {
    return new Cell(plain(number), Kind.NUMBER, null);
  }

  /** A number of a thousand digits is nobody's: it stays in its short spelling. */
  private static String plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.precision() > 40 || Math.abs(stripped.scale()) > 40
        ? stripped.toString()
        : stripped.toPlainString();
  }

  static Cell date(LocalDate day) {
    return new Cell(day.toString(), Kind.DATE, day);
  }

  boolean isEmpty() {
    return kind == Kind.EMPTY;
  }

  /** Cells hold people. */
  @Override
  public String toString() {
    return "Cell[" + kind + "]";
  }
}
