package org.profbilet.memberlists.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list as it was read.
 *
 * @param inpo the number of the organisation that the form names, empty where it names none
 * @param ignoredColumns headers of columns the form does not know
 * @param statedTotal the count that a row «Итого» claims
 */
public record MemberList(
    ListFormat format,
    String inpo,
    List<ListedRow> rows,
    List<String> ignoredColumns,
    @Nullable Integer statedTotal) {

  public MemberList {
    rows = List.copyOf(rows);
    ignoredColumns = List.copyOf(ignoredColumns);
  }
}
