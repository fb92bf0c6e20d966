package org.profbilet.members.transfers;

import java.util.UUID;

/** What became of a question about a person of another primary. */
public sealed interface AskOutcome {

  /** Somebody was found; where, is not told. */
  record Asked(UUID requestId, MatchClass matchClass, RequestState state) implements AskOutcome {}

  record Refused(Reason reason) implements AskOutcome {}

  /** Why nobody was asked. */
  enum Reason {
    NOBODY_FOUND,
    DAY_IN_FUTURE,
    OWN_RECORD_UNKNOWN,
    KEY_OF_ANOTHER_REQUEST
  }
}
