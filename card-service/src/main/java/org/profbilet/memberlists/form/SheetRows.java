package org.profbilet.memberlists.form;

import java.io.IOException;
import java.util.List;

/** Takes the rows of a sheet one after the other, so that no sheet is ever held whole. */
interface SheetRows {

  /**
   * @param number the row's number as the spreadsheet program shows it, from 1
   * @return whether more rows are wanted
   */
  boolean row(int number, List<Cell> cells) throws IOException;
}
