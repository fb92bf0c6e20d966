package org.profbilet.access;

/** Too many rows of members read by reason in one day. Becomes 429. */
public class RowBudgetSpent extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RowBudgetSpent() {
    super("no more rows today", null, false, false);
  }
}
