package org.profbilet.memberlists.form;

import java.util.List;

/** What became of reading a file. */
public sealed interface ListReading {

  record Read(MemberList list) implements ListReading {}

  /**
   * @param details what the sentence needs: names of missing columns
   */
  record Refused(Unreadable reason, List<String> details) implements ListReading {
    public Refused {
      details = List.copyOf(details);
    }
  }
}
