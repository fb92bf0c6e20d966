package org.profbilet.contract.scanner;

/** What the volunteer does next. */
public enum NextAction {
  NONE,
  /** Who came first, when and through which door is in the answer. */
  SHOW_FIRST,
  /** The proof is stale: the phone shows a newer code by itself. */
  REFRESH_SCREEN,
  /** The ticket on the phone is old: it renews itself when online. */
  REFRESH_TICKET,
  ASK_OTHER_CREDENTIAL,
  /** A person is named by a number that anybody could type: her document must be seen. */
  CONFIRM_IDENTITY,
  /** The card itself is here and not handed out yet: the holder's chair may do it on the spot. */
  ISSUE_NOW,
  CALL_REGISTRAR,
  /** Not a member yet, and the list lets her in when the volunteer confirms it. */
  CONFIRM_PENDING,
  ANSWER_QUESTIONS,
  PAPER_SHEET
}
