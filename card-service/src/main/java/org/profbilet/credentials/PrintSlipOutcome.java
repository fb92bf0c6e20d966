package org.profbilet.credentials;

/** What became of a chair's wish for a slip. */
public sealed interface PrintSlipOutcome {

  record Printed(ActivationSlip slip) implements PrintSlipOutcome {}

  record Refused(NotEligible reason) implements PrintSlipOutcome {}

  /** The key of the request was used for another one, or its slip is no longer good. */
  record KeyWasUsed() implements PrintSlipOutcome {}
}
