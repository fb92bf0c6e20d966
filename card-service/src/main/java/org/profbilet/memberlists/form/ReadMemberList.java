package org.profbilet.memberlists.form;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.profbilet.memberlists.form.ListReading.Read;
import org.profbilet.memberlists.form.ListReading.Refused;

/** Reads a file as a chair sends it: a list of checked people, or why it is not a list. */
@Singleton
public class ReadMemberList {

  public static final int LARGEST_FILE = 20 << 20;
  private static final ZoneId UNION_DAY = ZoneId.of("Europe/Moscow");

  private final Clock clock;

  public ReadMemberList(Clock clock) {
    this.clock = clock;
  }

  public ListReading read(byte[] file) {
    try {
      return new Read(list(file));
    } catch (NotAList e) {
      return new Refused(e.reason(), e.details());
    } catch (IOException | RuntimeException e) {
      // Libraries throw a dozen kinds at a broken file; their messages quote it, so none is kept.
      return new Refused(Unreadable.DAMAGED, List.of());
    }
  }

  /** Reads what was typed into a form on the screen by the rules of the list. */
  public ListedRow readOne(Map<Column, String> texts) {
    List<Cell> cells =
        Arrays.stream(Column.values()).map(column -> Cell.text(texts.get(column))).toList();
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    Map<Column, String> names = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      places.put(column, column.ordinal());
      names.put(column, column.header());
    }
    Header header = new Header(0, 0, places, names, List.of(), "");
    return new PersonRow(new DateColumns(today())).read(new RowCells(header, 1, cells));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), UNION_DAY);
  }

  private MemberList list(byte[] file) throws IOException {
    if (file.length == 0) {
      throw new NotAList(Unreadable.EMPTY_FILE);
    }
    if (file.length > LARGEST_FILE) {
      throw new NotAList(Unreadable.TOO_BIG);
    }
    ListFormat format = ListFormat.of(file);
    Workbook book = format.open(file);
    Header header = HeaderSearch.in(book);
    if (!header.missing().isEmpty()) {
      throw new NotAList(Unreadable.COLUMNS_MISSING, header.missing());
    }
    RowCollector rows = new RowCollector(header, new PersonRow(new DateColumns(today())));
    book.read(header.sheet(), rows);
    if (rows.rows().isEmpty()) {
      throw new NotAList(Unreadable.NO_ROWS);
    }
    return new MemberList(format, header.inpo(), rows.rows(), header.ignored(), rows.total());
  }
}
