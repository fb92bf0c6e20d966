package org.profbilet.notifications.campaigns;

/** What a message to many is; its author says so. */
public enum Category {
  INFO,

  /**
   * Advertising: it goes only where the consent in force covers advertising and its reader wants it
   * still, and it says what it is and who sends it (38-ФЗ art. 18 p. 1).
   */
  AD
}
