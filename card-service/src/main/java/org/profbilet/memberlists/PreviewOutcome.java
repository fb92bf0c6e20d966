package org.profbilet.memberlists;

import java.util.List;
import org.profbilet.memberlists.form.Unreadable;

/** What became of a file sent for a preview. */
public sealed interface PreviewOutcome {

  record Planned(Plan plan) implements PreviewOutcome {}

  /**
   * @param details what the sentence needs: names of missing columns
   */
  record NotRead(Unreadable reason, List<String> details) implements PreviewOutcome {
    public NotRead {
      details = List.copyOf(details);
    }

    /** Whether the chair can help by saying which columns are which. */
    public boolean canBeNamed() {
      return reason == Unreadable.COLUMNS_MISSING || reason == Unreadable.NO_HEADER;
    }
  }

  record Refused(Reason reason) implements PreviewOutcome {}

  /** Why there is no plan although the file is a list. */
  enum Reason {
    KEY_OF_ANOTHER_REQUEST,
    LIST_OF_ANOTHER_ORGANISATION,
    TOO_MANY_LISTS,
    COLUMN_TWICE,
    /** Applied, or older than 72 hours. */
    FILE_GONE
  }
}
