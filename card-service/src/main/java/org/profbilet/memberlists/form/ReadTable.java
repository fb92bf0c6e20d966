package org.profbilet.memberlists.form;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table of any of the four formats as rows of text, by the same guards as a member list.
 * For forms that are no member lists.
 */
public final class ReadTable {

  private static final int MOST_ROWS = 30_000;

  private ReadTable() {}

  /**
   * @param sheet from 0
   * @param number the row's number as the spreadsheet program shows it
   * @param cells dates read as 31.01.2020
   */
  public record Row(int sheet, int number, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    @Override
    public String toString() {
      return "Row[" + sheet + ":" + number + "]";
    }
  }

  /**
   * @param refusal why there are no rows, or null
   */
  public record Table(List<Row> rows, @Nullable Unreadable refusal) {
    public Table {
      rows = List.copyOf(rows);
    }
  }

  /** Rows of all sheets that hold anything. */
  public static Table read(byte[] file) {
    try {
      return new Table(rows(file), null);
    } catch (NotAList e) {
      return new Table(List.of(), e.reason());
    } catch (IOException | RuntimeException e) {
      return new Table(List.of(), Unreadable.DAMAGED);
    }
  }

  /** A day as people type it, where it is one and not after the latest that makes sense. */
  public static Optional<LocalDate> day(String text, LocalDate latest) {
    return Optional.ofNullable(DateText.read(text, latest).date())
        .filter(day -> !day.isAfter(latest));
  }

  private static List<Row> rows(byte[] file) throws IOException {
    if (file.length == 0) {
      throw new NotAList(Unreadable.EMPTY_FILE);
    }
    if (file.length > ReadMemberList.LARGEST_FILE) {
      throw new NotAList(Unreadable.TOO_BIG);
    }
    Workbook book = ListFormat.of(file).open(file);
    List<Row> rows = new ArrayList<>();
    for (int sheet = 0; sheet < book.sheets(); sheet++) {
      int here = sheet;
      book.read(
          sheet,
          (number, cells) -> {
            if (cells.stream().allMatch(Cell::isEmpty)) {
              return true;
            }
            if (rows.size() == MOST_ROWS) {
              throw new NotAList(Unreadable.TOO_MANY_ROWS);
            }
            return rows.add(new Row(here, number, cells.stream().map(ReadTable::text).toList()));
          });
    }
    return rows;
  }

  private static String text(Cell cell) {
    return cell.date() == null ? cell.text() : DateText.shown(cell.date());
  }
}
