package org.profbilet.memberlists.form;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Where to look for the cells of a row: a {@link Header}, prepared for thousands of rows. */
final class Layout {

  private final int headerRow;
  private final Map<Column, Integer> places;
  private final Map<Column, String> names = new EnumMap<>(Column.class);

  Layout(Header header) {
    this.headerRow = header.row();
    this.places = header.places();
    header.columns().stream()
        .filter(column -> column.column() != null && !column.name().isEmpty())
        .forEach(column -> names.put(column.column(), column.name()));
  }

  int headerRow() {
    return headerRow;
  }

  boolean isPlaceOf(Column column, int place) {
    return Integer.valueOf(place).equals(places.get(column));
  }

  Cell cell(List<Cell> row, Column column) {
    Integer place = places.get(column);
    return place == null || place >= row.size() ? Cell.NOTHING : row.get(place);
  }

  /** The column's name as the chair sees it in her file. */
  String name(Column column) {
    return names.getOrDefault(column, column.header());
  }
}
