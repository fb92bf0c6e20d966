package org.profbilet.memberlists.form;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The first cells of every column: what columns are recognised by where their names say nothing.
 */
final class Samples {

  private static final int ROWS = 200;
  private static final int SHOWN = 3;
  private static final int LONGEST = 40;

  private final Map<Integer, List<Cell>> cells = new TreeMap<>();
  private int rows;

  static Samples of(Workbook book, int sheet, int headerRow) throws IOException {
    Samples samples = new Samples();
    book.read(sheet, (number, row) -> number <= headerRow || samples.add(row));
    return samples;
  }

  private boolean add(List<Cell> row) {
    for (int i = 0; i < row.size(); i++) {
      if (!row.get(i).isEmpty()) {
        cells.computeIfAbsent(i, place -> new ArrayList<>()).add(row.get(i));
      }
    }
    return ++rows < ROWS;
  }

  Iterable<Integer> places() {
    return cells.keySet();
  }

  List<Cell> in(int place) {
    return cells.getOrDefault(place, List.of());
  }

  List<String> shown(int place) {
    return in(place).stream().map(Samples::shown).distinct().limit(SHOWN).toList();
  }

  private static String shown(Cell cell) {
    String text = cell.date() == null ? cell.text() : DateText.shown(cell.date());
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
