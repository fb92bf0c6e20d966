package org.profbilet.memberlists.form;

import java.util.List;

/** Leaves the reading of a file at once; never leaves this package. */
final class NotAList extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Unreadable reason;
  private final transient List<String> details;

  NotAList(Unreadable reason) {
    this(reason, List.of());
  }

  NotAList(Unreadable reason, List<String> details) {
    super(reason.name(), null, false, false);
    this.reason = reason;
    this.details = List.copyOf(details);
  }

  Unreadable reason() {
    return reason;
  }

  List<String> details() {
    return details;
  }
}
