package org.profbilet.members.transfers;

/** What became of taking over the members of a closed primary. */
public sealed interface TakeOutcome {

  record Taken(int people) implements TakeOutcome {}

  record Refused(Reason reason) implements TakeOutcome {}

  /** Why nobody came. */
  enum Reason {

    /** Nobody is left there, or another primary takes them over. */
    NOBODY_TO_TAKE,
    KEY_OF_ANOTHER_REQUEST
  }
}
