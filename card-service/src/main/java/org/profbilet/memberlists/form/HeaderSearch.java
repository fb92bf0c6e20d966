package org.profbilet.memberlists.form;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks for the header in the first rows of every sheet; the sheet with the fullest one wins. */
final class HeaderSearch {

  static final int ROWS_LOOKED_AT = 15;
  private static final Pattern INPO =
      Pattern.compile("ИНПО\\s*[:№]?\\s*(\\S.*)?", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final Naming naming;
  private @Nullable Header best;
  private List<Cell> above = List.of();
  private String inpo = "";

  private HeaderSearch(Naming naming) {
    this.naming = naming;
  }

  /**
   * @return null where no row of any sheet is a header
   */
  static @Nullable Header in(Workbook book, Naming naming) throws IOException {
    HeaderSearch search = new HeaderSearch(naming);
    for (int sheet = 0; sheet < book.sheets(); sheet++) {
      search.look(book, sheet);
    }
    return search.best;
  }

  private void look(Workbook book, int sheet) throws IOException {
    above = List.of();
    inpo = "";
    book.read(
        sheet,
        (number, cells) -> {
          if (number > ROWS_LOOKED_AT) {
            return false;
          }
          Optional<Header> header = Header.of(sheet, number, cells, above, inpo, naming);
          if (header.isPresent() && (best == null || header.get().score() > best.score())) {
            best = header.get();
          }
          rememberInpo(cells);
          above = cells;
          return true;
        });
  }

  /** «ИНПО: 16-001-0001» in one cell, or the number in the next cell that holds anything. */
  private void rememberInpo(List<Cell> cells) {
    boolean named = false;
    for (Cell cell : cells) {
      if (named && !cell.isEmpty()) {
        inpo = cell.text();
        return;
      }
      Matcher matcher = INPO.matcher(cell.text());
      if (matcher.matches()) {
        inpo = matcher.group(1) == null ? "" : matcher.group(1);
        named = inpo.isEmpty();
      }
    }
  }
}
