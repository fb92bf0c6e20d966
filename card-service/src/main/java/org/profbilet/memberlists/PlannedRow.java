package org.profbilet.memberlists;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.memberlists.form.ListedPerson;
import org.profbilet.memberlists.form.RowProblem;
import org.profbilet.members.FieldChange;

/**
 * What one row of the file will do.
 *
 * @param rowNumber the row's number as the spreadsheet program shows it
 * @param personId whom of the register the row is about or looks like; a NEW row with a person
 *     brings back one whose membership had ended
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PlannedRow(
    int rowNumber,
    RowOutcome outcome,
    String title,
    @Nullable UUID personId,
    @Nullable ListedPerson member,
    List<FieldChange> changes,
    List<RowProblem> problems) {

  public PlannedRow {
    changes = List.copyOf(changes);
    problems = List.copyOf(problems);
  }

  @Override
  public String toString() {
    return "PlannedRow[" + rowNumber + " " + outcome + "]";
  }
}
