package org.profbilet.registerlists;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of a plan.
 *
 * @param number the row's number as the spreadsheet program shows it
 * @param title the organisation, or organisation and person
 * @param changes names of what would be filled in, in the words of the form
 */
public record PlannedRow(
    int number,
    Outcome outcome,
    String title,
    @Nullable UUID organisationId,
    List<String> changes,
    List<Remark> remarks) {

  public PlannedRow {
    changes = List.copyOf(changes);
    remarks = List.copyOf(remarks);
  }

  @Override
  public String toString() {
    return "PlannedRow[" + number + ", " + outcome + "]";
  }
}
