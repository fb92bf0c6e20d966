package org.profbilet.memberlists.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;
import org.profbilet.memberlists.form.RowProblem.Code;
import org.profbilet.members.JoinedOn;

/** Dates of a row, against the day of loading. */
record DateColumns(LocalDate today) {

  static final int YOUNGEST = 14;
  static final int OLDEST = 100;

  @Nullable LocalDate birth(RowCells row) {
    if (row.needed(Column.BIRTH_DATE) == null) {
      return null;
    }
    LocalDate date = day(row, Column.BIRTH_DATE, today.minusYears(YOUNGEST));
    if (date == null) {
      return null;
    }
    if (date.isAfter(today.minusYears(YOUNGEST)) || !date.isAfter(today.minusYears(OLDEST + 1))) {
      row.problem(Column.BIRTH_DATE, Code.AGE_IMPOSSIBLE);
      return null;
    }
    return date;
  }

  @Nullable LocalDate needed(RowCells row, Column column) {
    return row.needed(column) == null ? null : optional(row, column);
  }

  @Nullable LocalDate optional(RowCells row, Column column) {
    if (row.cell(column).isEmpty()) {
      return null;
    }
    LocalDate date = day(row, column, today);
    if (date != null && date.isAfter(today)) {
      row.problem(column, Code.DATE_IN_FUTURE, DateText.shown(today));
      return null;
    }
    return date;
  }

  /** Of old members often only the year of joining is known. */
  @Nullable JoinedOn joined(RowCells row) {
    String text = row.needed(Column.JOINED_UNION);
    if (text == null) {
      return null;
    }
    DateText read = DateText.read(text, today);
    if (read.kind() == DateText.Kind.YEAR && read.year() <= today.getYear()) {
      return JoinedOn.year(read.year());
    }
    LocalDate date = optional(row, Column.JOINED_UNION);
    return date == null ? null : JoinedOn.day(date);
  }

  private @Nullable LocalDate day(RowCells row, Column column, LocalDate latest) {
    Cell cell = row.cell(column);
    if (cell.date() != null) {
      return cell.date();
    }
    if (isSerial(cell)) {
      LocalDate likely = DateUtil.getLocalDateTime(Double.parseDouble(cell.text())).toLocalDate();
      row.problem(column, Code.DATE_IS_A_NUMBER, DateText.shown(likely));
      return null;
    }
    return fromText(row, column, DateText.read(cell.text(), latest));
  }

  private static @Nullable LocalDate fromText(RowCells row, Column column, DateText read) {
    String shown = read.date() == null ? "" : DateText.shown(read.date());
    switch (read.kind()) {
      case DAY -> {}
      case DAY_OF_SHORT_YEAR -> row.problem(column, Code.CENTURY_GUESSED, shown);
      case DAY_OR_MONTH_FIRST -> row.problem(column, Code.DAY_BEFORE_MONTH, shown);
      case YEAR -> row.problem(column, Code.DATE_IS_A_YEAR);
      case NO_SUCH_DAY -> row.problem(column, Code.DATE_DOES_NOT_EXIST);
      case UNREADABLE -> row.problem(column, Code.DATE_UNREADABLE);
    }
    return read.date();
  }

  /** Five digits of a cell without a date format: the day Excel would show, were it asked to. */
  private static boolean isSerial(Cell cell) {
    return cell.text().matches("\\d{5}")
        && new BigDecimal(cell.text()).compareTo(BigDecimal.valueOf(60_000)) < 0;
  }
}
