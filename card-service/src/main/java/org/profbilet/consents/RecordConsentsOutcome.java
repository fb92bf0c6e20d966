package org.profbilet.consents;

import java.util.UUID;

/** Recorded for everybody chosen, or refused for all of them. */
public sealed interface RecordConsentsOutcome {

  /**
   * @param persons for how many members something was written
   */
  record Recorded(UUID recordingId, int persons) implements RecordConsentsOutcome {}

  record Refused(Reason reason) implements RecordConsentsOutcome {}

  /** Why nothing was recorded. */
  enum Reason {
    DECISION_IS_NOT_GIVEN_OR_REFUSED,
    CHANNEL_MISSING,
    CHANNEL_NOT_OF_THE_PURPOSE,
    DATE_IN_THE_FUTURE,
    NO_TEXT_ON_THAT_DATE,
    UNKNOWN_PERSON,
    NOBODY_CHOSEN,
    /** A paper signed before the member withdrew does not bring the consent back. */
    WITHDRAWN_AFTER_THE_PAPER,
    /** The number or the words changed after the paper was signed. */
    LAPSED_AFTER_THE_PAPER,
    /** There is no such version, or it was not in force yet when the paper was signed. */
    UNKNOWN_VERSION,
    /** Newer words have asked everybody anew: this paper no longer counts. */
    VERSION_OUTDATED,
    KEY_OF_ANOTHER_REQUEST
  }
}
