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
  }

  record Refused(Reason reason) implements PreviewOutcome {}

  /** Why there is no plan although the file is a list. */
  enum Reason {
    KEY_OF_ANOTHER_REQUEST,
    LIST_OF_ANOTHER_ORGANISATION,
    TOO_MANY_LISTS
  }
}
