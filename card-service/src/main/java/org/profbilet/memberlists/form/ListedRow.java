package org.profbilet.memberlists.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the file that holds a person.
 *
 * @param number the row's number as the spreadsheet program shows it
 * @param title surname, name and patronymic as they stand, so that a chair finds the row
 * @param person absent when the row has an error
 */
public record ListedRow(
    int number, String title, @Nullable ListedPerson person, List<RowProblem> problems) {

  public ListedRow {
    problems = List.copyOf(problems);
  }

  public boolean hasError() {
    return person == null;
  }

  @Override
  public String toString() {
    return "ListedRow[" + number + "]";
  }
}
