package org.profbilet.privacy;

/** Erased, or why not yet. */
public sealed interface EraseOutcome {

  /** The data is gone; asked once more, the same. */
  record Erased(Erasure journal) implements EraseOutcome {}

  record Refused(Reason reason) implements EraseOutcome {}

  /** What has to be done first. */
  enum Reason {
    STILL_ON_RECORD,
    CARD_UNDER_WAY,
    /** She has agreed again. */
    CANCELLED
  }
}
