package org.profbilet.memberlists;

/** A sent file with its remarks, or why it cannot be given back. */
public sealed interface ReturnOutcome {

  /**
   * @param workbook .xlsx
   */
  record Returned(byte[] workbook) implements ReturnOutcome {}

  record Refused(Reason reason) implements ReturnOutcome {}

  /** Why there is nothing to give back. */
  enum Reason {
    FILE_GONE,
    FILE_UNREADABLE
  }
}
