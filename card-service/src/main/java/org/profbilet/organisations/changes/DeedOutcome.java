package org.profbilet.organisations.changes;

import java.util.UUID;

/** What became of a deed. */
public sealed interface DeedOutcome {

  /** Done now, or before under the same key: the answer is the same. */
  record Done(UUID organisationId) implements DeedOutcome {}

  record Refused(Reason reason) implements DeedOutcome {}

  /** Why nothing was done. */
  enum Reason {
    KEY_OF_ANOTHER_REQUEST,
    NOT_FOR_THIS_LEVEL,
    NOT_ITSELF,
    WRONG_STATUS,
    WRONG_PARENT,
    WRONG_SUCCESSOR,
    ORGANISATIONS_BELOW,
    NO_ROOM,
    DATE_WRONG,
    INPO_WRONG,
    INPO_TAKEN
  }
}
