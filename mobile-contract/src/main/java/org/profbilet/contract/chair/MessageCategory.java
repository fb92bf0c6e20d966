package org.profbilet.contract.chair;

/** What a message to many is. */
public enum MessageCategory {
  /** What the union has to tell its members. */
  INFO,

  /**
   * Advertising (38-ФЗ): it goes only to whom agreed to advertising and wants it still, and says
   * what it is and who sends it.
   */
  AD
}
