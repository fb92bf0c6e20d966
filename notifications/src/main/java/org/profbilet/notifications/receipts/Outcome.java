package org.profbilet.notifications.receipts;

/** How a message ended at its reader. */
public enum Outcome {
  DELIVERED,
  FAILED,
  /** It failed because there is no such mailbox or number. */
  DEAD_ADDRESS
}
