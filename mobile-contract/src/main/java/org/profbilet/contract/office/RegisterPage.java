package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of rows; without a next cursor it is the last. */
@Serdeable
public record RegisterPage(RegisterPlan plan, List<Row> rows, @Nullable Integer nextCursor) {

  public RegisterPage {
    rows = List.copyOf(rows);
  }

  /**
   * @param row the row's number as the spreadsheet program shows it
   * @param pile NEW, CHANGED, UNCHANGED or ERROR
   * @param changes what would be filled in, in the words of the form
   * @param remarks sentences for the office
   */
  @Serdeable
  public record Row(
      int row, String pile, String title, List<String> changes, List<String> remarks) {
    public Row {
      changes = List.copyOf(changes);
      remarks = List.copyOf(remarks);
    }
  }
}
