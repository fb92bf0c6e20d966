package org.profbilet.meetings;

import java.util.UUID;

/** What became of a request to call a meeting. */
public sealed interface CreateMeetingOutcome {

  /** Called, now or by the same request before. */
  record Created(UUID meetingId) implements CreateMeetingOutcome {}

  record Refused(Reason reason) implements CreateMeetingOutcome {}

  enum Reason {
    WINDOW_EMPTY,
    WINDOW_TOO_LONG,
    ZONE_UNKNOWN,
    NOBODY_INVITED,
    /** An open meeting has no list of people. */
    LIST_NOT_EXPECTED,
    /** Somebody on the list is not on record in this organisation. */
    INVITED_NOT_YOURS,
    IDEMPOTENCY_MISMATCH
  }
}
