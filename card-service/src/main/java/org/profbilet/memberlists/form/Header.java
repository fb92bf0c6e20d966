package org.profbilet.memberlists.form;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.profbilet.memberlists.form.FileColumn.Recognised;

/**
 * Where the columns stand on a sheet and what they are called there.
 *
 * @param row its number, 0 where the sheet has no header
 */
record Header(int sheet, int row, List<FileColumn> columns, String inpo) {

  /** Three names may stand in any text; a header has more. */
  static final int FEWEST = 3;

  private static final int WORTH_OF_SURNAME = 1_000;

  Header {
    columns = List.copyOf(columns);
  }

  /**
   * Reads a row as a header. A name set over two rows counts from the row above where this one has
   * none. What the chair said goes before what the names say.
   */
  static Optional<Header> of(
      int sheet, int row, List<Cell> cells, List<Cell> above, String inpo, Naming naming) {
    List<FileColumn> columns = new ArrayList<>();
    Map<String, Integer> keys = new HashMap<>();
    int names = 0;
    for (int i = 0; i < Math.max(cells.size(), above.size()); i++) {
      String here = text(cells, i);
      String over = text(above, i);
      Optional<Column> column = named(here, over);
      String name = here.isEmpty() && column.isPresent() ? over : here;
      names += column.isPresent() ? 1 : 0;
      String key = Column.plain(name);
      boolean isNameless = key.isEmpty() || keys.putIfAbsent(key, i) != null;
      columns.add(named(i, isNameless ? Naming.nameless(i) : key, name, column, naming));
    }
    Header header = new Header(sheet, row, onlyOnce(columns), inpo);
    boolean chosen = columns.stream().anyMatch(one -> one.recognised() == Recognised.BY_CHAIR);
    return names >= FEWEST || (chosen && header.places().size() >= FEWEST)
        ? Optional.of(header)
        : Optional.empty();
  }

  private static Optional<Column> named(String here, String over) {
    return Column.named(here)
        .or(() -> Column.named(over + " " + here))
        .or(() -> here.isEmpty() ? Column.named(over) : Optional.empty());
  }

  private static FileColumn named(
      int place, String key, String name, Optional<Column> byName, Naming naming) {
    if (name.equals(Sentences.text("remarks.column"))) {
      return new FileColumn(place, key, name, null, Recognised.BY_NAME, 0, List.of());
    }
    boolean isChosen = naming.speaksOf(key);
    Column column = isChosen ? naming.column(key).orElse(null) : byName.orElse(null);
    Recognised recognised = column == null ? Recognised.NOT : Recognised.BY_NAME;
    return new FileColumn(
        place,
        key,
        name.replaceAll("\\s+", " "),
        column,
        isChosen ? Recognised.BY_CHAIR : recognised,
        0,
        List.of());
  }

  /** A column that the chair has named elsewhere, or that came before, is not read twice. */
  private static List<FileColumn> onlyOnce(List<FileColumn> columns) {
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    for (Recognised recognised : List.of(Recognised.BY_CHAIR, Recognised.BY_NAME)) {
      columns.stream()
          .filter(one -> one.column() != null && one.recognised() == recognised)
          .forEach(one -> places.putIfAbsent(one.column(), one.place()));
    }
    return columns.stream()
        .map(
            one ->
                one.column() == null || Objects.equals(places.get(one.column()), one.place())
                    ? one
                    : new FileColumn(
                        one.place(), one.key(), one.name(), null, Recognised.NOT, 0, List.of()))
        .toList();
  }

  /** The fuller header wins; one without a surname is rather a page of codes. */
  int score() {
    Map<Column, Integer> places = places();
    return places.size() + (places.containsKey(Column.LAST_NAME) ? WORTH_OF_SURNAME : 0);
  }

  Map<Column, Integer> places() {
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    for (FileColumn column : columns) {
      if (column.column() != null) {
        places.put(column.column(), column.place());
      }
    }
    return places;
  }

  /** Names of columns that are not read. */
  List<String> ignored() {
    return columns.stream()
        .filter(column -> column.column() == null && !column.isRemarks())
        .map(FileColumn::name)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  List<String> missing() {
    Map<Column, Integer> places = places();
    return Column.NEEDED.stream()
        .filter(column -> !places.containsKey(column))
        .map(Column::header)
        .toList();
  }

  private static String text(List<Cell> cells, int i) {
    return i < cells.size() ? cells.get(i).text() : "";
  }
}
