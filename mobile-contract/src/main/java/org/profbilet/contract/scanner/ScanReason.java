package org.profbilet.contract.scanner;

/**
 * Why a scan was decided as it was. Complete and frozen with version 1; the sentence for each is in
 * {@code checkin/messages_ru.properties}.
 */
public enum ScanReason {
  ADMITTED(ScanOutcome.ADMITTED, NextAction.NONE),
  ADMITTED_AGAIN(ScanOutcome.ADMITTED, NextAction.NONE),
  /** Decided by a device alone; checked when it is delivered. */
  ADMITTED_PROVISIONAL(ScanOutcome.ADMITTED, NextAction.NONE),
  EXITED(ScanOutcome.EXITED, NextAction.NONE),
  ALREADY_PRESENT(ScanOutcome.DUPLICATE, NextAction.SHOW_FIRST),
  REENTRY_FORBIDDEN(ScanOutcome.REFUSED, NextAction.CALL_REGISTRAR),
  CREDENTIAL_UNKNOWN(ScanOutcome.REFUSED, NextAction.ASK_OTHER_CREDENTIAL),
  CREDENTIAL_MALFORMED(ScanOutcome.REFUSED, NextAction.ASK_OTHER_CREDENTIAL),
  CREDENTIAL_BAD_SIGNATURE(ScanOutcome.REFUSED, NextAction.ASK_OTHER_CREDENTIAL),
  CREDENTIAL_NOT_YET_VALID(ScanOutcome.REFUSED, NextAction.REFRESH_TICKET),
  CREDENTIAL_EXPIRED(ScanOutcome.REFUSED, NextAction.REFRESH_TICKET),
  /** The same proof was shown to another device. */
  CREDENTIAL_REPLAYED(ScanOutcome.REFUSED, NextAction.ASK_OTHER_CREDENTIAL),
  /** A ticket named without anything that its holder alone has. */
  DEVICE_PROOF_MISSING(ScanOutcome.REFUSED, NextAction.CONFIRM_IDENTITY),
  CARD_NOT_ASSIGNED(ScanOutcome.REFUSED, NextAction.CALL_REGISTRAR),
  CARD_IN_USE(ScanOutcome.REFUSED, NextAction.CALL_REGISTRAR),
  CARD_NOT_ISSUED(ScanOutcome.REFUSED, NextAction.ISSUE_NOW),
  CARD_REVOKED(ScanOutcome.REFUSED, NextAction.ASK_OTHER_CREDENTIAL),
  CARD_BLOCKED(ScanOutcome.REFUSED, NextAction.CALL_REGISTRAR),
  MEMBERSHIP_ENDED(ScanOutcome.REFUSED, NextAction.CALL_REGISTRAR),
  MEMBERSHIP_SUSPENDED(ScanOutcome.REFUSED, NextAction.CALL_REGISTRAR),
  MEMBERSHIP_PENDING(ScanOutcome.REFUSED, NextAction.CALL_REGISTRAR),
  NOT_INVITED(ScanOutcome.REFUSED, NextAction.CALL_REGISTRAR),
  WRONG_LIST(ScanOutcome.REFUSED, NextAction.CALL_REGISTRAR),
  WRONG_EVENT(ScanOutcome.REFUSED, NextAction.REFRESH_TICKET),
  WRONG_DOOR(ScanOutcome.REFUSED, NextAction.NONE),
  GO_TO_DOOR(ScanOutcome.REFUSED, NextAction.NONE),
  MANDATE_NOT_CONFIRMED(ScanOutcome.REFUSED, NextAction.CALL_REGISTRAR),
  MANDATE_WITHDRAWN(ScanOutcome.REFUSED, NextAction.CALL_REGISTRAR),
  MANDATE_REPLACED(ScanOutcome.REFUSED, NextAction.CALL_REGISTRAR),
  ALTERNATE_NOT_ACTIVATED(ScanOutcome.REFUSED, NextAction.CALL_REGISTRAR),
  OUTSIDE_WINDOW(ScanOutcome.REFUSED, NextAction.NONE),
  RULE_FAILED(ScanOutcome.REFUSED, NextAction.CALL_REGISTRAR),
  AMBIGUOUS(ScanOutcome.REFUSED, NextAction.CALL_REGISTRAR),
  LIST_CLOSED(ScanOutcome.REFUSED, NextAction.NONE),
  EVENT_CANCELLED(ScanOutcome.REFUSED, NextAction.NONE),
  QUESTIONS_REQUIRED(ScanOutcome.INCOMPLETE, NextAction.ANSWER_QUESTIONS),
  NO_BUNDLE(ScanOutcome.NOT_DECIDED, NextAction.PAPER_SHEET),
  BUNDLE_EXPIRED(ScanOutcome.NOT_DECIDED, NextAction.PAPER_SHEET),
  NOT_DECIDED_OFFLINE(ScanOutcome.NOT_DECIDED, NextAction.PAPER_SHEET),
  LIST_TOO_OLD(ScanOutcome.NOT_DECIDED, NextAction.PAPER_SHEET),
  CLOCK_UNTRUSTED(ScanOutcome.NOT_DECIDED, NextAction.PAPER_SHEET);

  private final ScanOutcome outcome;
  private final NextAction nextAction;

  ScanReason(ScanOutcome outcome, NextAction nextAction) {
    this.outcome = outcome;
    this.nextAction = nextAction;
  }

  /** The one outcome that this reason belongs to. */
  public ScanOutcome outcome() {
    return outcome;
  }

  public NextAction nextAction() {
    return nextAction;
  }
}
