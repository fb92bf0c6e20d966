package org.profbilet.memberlists.form;

import java.io.IOException;

/** A file of any of the four formats: named sheets, each a stream of rows. */
interface Workbook {

  /** More columns than any form has; what stands right of them is not read. */
  int WIDEST = 256;

  int sheets();

  /** Reads one sheet from its top. It can be asked again. */
  void read(int sheet, SheetRows rows) throws IOException;
}
