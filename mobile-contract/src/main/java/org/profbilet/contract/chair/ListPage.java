package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan and some of its rows.
 *
 * @param nextCursor for the page after this one; null on the last
 */
@Serdeable
public record ListPage(ListPlan plan, List<Row> rows, @Nullable Integer nextCursor) {

  public ListPage {
    rows = List.copyOf(rows);
  }

  /**
   * @param row its number as the spreadsheet program shows it
   * @param title surname, name and patronymic as they stand in the file
   * @param personId whom of the register the row is about or looks like
   */
  @Serdeable
  public record Row(
      int row,
      ListPile pile,
      String title,
      @Nullable UUID personId,
      List<Change> changes,
      List<Remark> remarks) {

    public Row {
      changes = List.copyOf(changes);
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * @param title the field in Russian
   */
  @Serdeable
  public record Change(
      String field, String title, @Nullable String before, @Nullable String after) {}

  /**
   * @param column the column's name in the file
   * @param code an open list
   * @param error false for a warning
   * @param text the sentence for the chair, in Russian: place, what was expected, what stands
   *     there, what to do
   */
  @Serdeable
  public record Remark(String column, String code, boolean error, String text) {}
}
