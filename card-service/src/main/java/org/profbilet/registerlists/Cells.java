package org.profbilet.registerlists;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.profbilet.memberlists.form.ReadTable;
import org.profbilet.organisations.passport.DeclaredNumber;
import org.profbilet.organisations.passport.PassportField;
import org.profbilet.registerlists.Remark.Code;

/** The cells of one row, and what was found to say about them. */
final class Cells {

  private static final int LONGEST = 300;
  private static final Map<String, String> YES_NO =
      Map.of("да", "YES", "есть", "YES", "нет", "NO", "отсутствует", "NO");

  private final RegisterTable.Line line;
  private final LocalDate today;
  private final List<Remark> remarks = new ArrayList<>();

  Cells(RegisterTable.Line line, LocalDate today) {
    this.line = line;
    this.today = today;
  }

  String text(Column column) {
    String text = line.text(column);
    if (text.length() > LONGEST) {
      remark(Code.TOO_LONG, column);
    }
    return text;
  }

  @Nullable String optional(Column column) {
    String text = text(column);
    return text.isEmpty() ? null : text;
  }

  String needed(Column column) {
    String text = text(column);
    if (text.isEmpty()) {
      remark(Code.MISSING, column);
    }
    return text;
  }

  @Nullable LocalDate date(Column column) {
    return date(column, today);
  }

  /**
   * @param latest the last day that makes sense
   */
  @Nullable LocalDate date(Column column, LocalDate latest) {
    String text = text(column);
    if (text.isEmpty()) {
      return null;
    }
    Optional<LocalDate> day = ReadTable.day(text, latest);
    if (day.isEmpty()) {
      remark(Code.NOT_A_DATE, column);
    }
    return day.orElse(null);
  }

  /** Whether there is a number, or an empty cell of which it was told that it is no zero. */
  boolean hasNumber(Column column) {
    try {
      DeclaredNumber number = DeclaredNumber.read(line.text(column));
      if (number.value() == null) {
        remarks.add(Remark.of(Code.NO_NUMBER, column, ""));
        return false;
      }
      if (number.isUnclear()) {
        remarks.add(
            Remark.of(
                Code.SEVERAL_NUMBERS, column, line.text(column), String.valueOf(number.value())));
      }
      return true;
    } catch (NumberFormatException e) {
      remark(Code.NOT_A_NUMBER, column);
      return false;
    }
  }

  @Nullable String yesNo(Column column) {
    String text = text(column);
    String answer = YES_NO.get(Column.plain(text));
    if (!text.isEmpty() && answer == null) {
      remark(Code.NOT_A_VALUE, column);
    }
    return answer;
  }

  /** A value for a field of the passport, where the field can hold it. */
  @Nullable String value(Column column, PassportField field) {
    String text = text(column);
    if (text.isEmpty()) {
      return null;
    }
    if (!field.accepts(text)) {
      remark(Code.NOT_A_VALUE, column);
    }
    return text;
  }

  void remark(Code code, Column column) {
    remark(code, column, "");
  }

  void remark(Code code, Column column, String detail) {
    remarks.add(Remark.of(code, column, line.text(column), detail));
  }

  boolean hasError() {
    return remarks.stream().anyMatch(Remark::isError);
  }

  List<Remark> remarks() {
    return remarks;
  }
}
