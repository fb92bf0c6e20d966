package org.profbilet.memberlists.form;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.profbilet.memberlists.form.FileColumn.Recognised;
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

  /**
   * @param naming what the chair said of the columns of this file, or of earlier ones
   */
  public ListReading read(byte[] file, Naming naming) {
    try {
      return new Read(list(file, naming));
    } catch (NotAList e) {
      return new Refused(e.reason(), e.details());
    } catch (IOException | RuntimeException e) {
      // Libraries throw a dozen kinds at a broken file; their messages quote it, so none is kept.
      return new Refused(Unreadable.DAMAGED, List.of());
    }
  }

  /** The columns of a file and what they are taken for; none where it is no table at all. */
  public List<FileColumn> columns(byte[] file, Naming naming) {
    try {
      Workbook book = ListFormat.of(file).open(file);
      return header(book, naming, true).columns();
    } catch (IOException | RuntimeException e) {
      return List.of();
    }
  }

  /** Reads what was typed into a form on the screen by the rules of the list. */
  public ListedRow readOne(Map<Column, String> texts) {
    List<Cell> cells =
        Arrays.stream(Column.values()).map(column -> Cell.text(texts.get(column))).toList();
    List<FileColumn> columns =
        Arrays.stream(Column.values())
            .map(
                column ->
                    new FileColumn(
                        column.ordinal(),
                        column.name(),
                        column.header(),
                        column,
                        Recognised.BY_NAME,
                        0,
                        List.of()))
            .toList();
    Layout layout = new Layout(new Header(0, 0, columns, ""));
    return new PersonRow(new DateColumns(today())).read(new RowCells(layout, 1, cells));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), UNION_DAY);
  }

  private MemberList list(byte[] file, Naming naming) throws IOException {
    if (file.length == 0) {
      throw new NotAList(Unreadable.EMPTY_FILE);
    }
    if (file.length > LARGEST_FILE) {
      throw new NotAList(Unreadable.TOO_BIG);
    }
    ListFormat format = ListFormat.of(file);
    Workbook book = format.open(file);
    Header header = header(book, naming, false);
    if (!header.missing().isEmpty()) {
      throw new NotAList(Unreadable.COLUMNS_MISSING, header.missing());
    }
    RowCollector rows =
        new RowCollector(new Layout(header), new PersonRow(new DateColumns(today())));
    book.read(header.sheet(), rows);
    if (rows.rows().isEmpty()) {
      throw new NotAList(Unreadable.NO_ROWS);
    }
    return new MemberList(format, header.inpo(), rows.rows(), header.ignored(), rows.total());
  }

  /** By names first; what they leave open, by what stands below. */
  Header header(Workbook book, Naming naming, boolean withSamples) throws IOException {
    Header named = HeaderSearch.in(book, naming);
    boolean isWhole = named != null && named.columns().stream().noneMatch(FileColumn::isFree);
    if (named != null && isWhole && !withSamples) {
      return named;
    }
    Header found = named == null ? new Header(0, 0, List.of(), "") : named;
    Samples samples = Samples.of(book, found.sheet(), found.row());
    List<FileColumn> columns =
        new ContentGuess(samples, today()).complete(named(found, samples, naming));
    Header whole = new Header(found.sheet(), found.row(), columns, found.inpo());
    int enough = withSamples ? whole.columns().size() : whole.places().size();
    if (named == null && enough < Header.FEWEST) {
      throw new NotAList(Unreadable.NO_HEADER);
    }
    return whole;
  }

  /** Of a sheet without a header only the chair can say what its columns are. */
  private static List<FileColumn> named(Header header, Samples samples, Naming naming) {
    List<FileColumn> columns = new ArrayList<>(header.columns());
    Set<Integer> known = columns.stream().map(FileColumn::place).collect(Collectors.toSet());
    for (int place : samples.places()) {
      String key = Naming.nameless(place);
      if (!known.contains(place) && naming.speaksOf(key)) {
        Column column = naming.column(key).orElse(null);
        columns.add(new FileColumn(place, key, "", column, Recognised.BY_CHAIR, 0, List.of()));
      }
    }
    return columns;
  }
}
