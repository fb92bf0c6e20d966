package org.profbilet.consents;

/** Out of force for everything asked, or refused. */
public sealed interface WithdrawOutcome {

  /**
   * @param rows new rows of the ledger; 0 where it was withdrawn before
   */
  record Withdrawn(int rows) implements WithdrawOutcome {}

  record Refused(Reason reason) implements WithdrawOutcome {}

  /** Why nothing was withdrawn. */
  enum Reason {
    UNKNOWN_PERSON,
    CHANNEL_NOT_OF_THE_PURPOSE,
    DATE_IN_THE_FUTURE,
    DATE_BEFORE_THE_CONSENT,
    NO_CONSENT_IN_FORCE
  }
}
