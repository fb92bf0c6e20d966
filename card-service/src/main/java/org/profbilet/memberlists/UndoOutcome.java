package org.profbilet.memberlists;

/** What became of the wish to undo a load. */
public sealed interface UndoOutcome {

  /** Undone now, or before: the answer is the same. */
  record Undone(UndoResult result) implements UndoOutcome {}

  record Refused(Reason reason) implements UndoOutcome {}

  /** Why nothing was undone. */
  enum Reason {
    NOT_APPLIED,
    TOO_LATE
  }
}
