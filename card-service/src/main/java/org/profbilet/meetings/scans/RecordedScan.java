package org.profbilet.meetings.scans;

import org.profbilet.contract.scanner.ScanAnswer;

/** What became of a scan that a device sent. */
public sealed interface RecordedScan {

  /**
   * Decided, now or when it came before.
   *
   * @param isQuarantined the device's right had ended: it counts when the registrar says so
   */
  record Decided(ScanAnswer answer, boolean isQuarantined) implements RecordedScan {}

  /** Nothing was decided and nothing written. */
  record Refused(Reason reason) implements RecordedScan {}

  enum Reason {
    /** The list is not one that this device was invited to. */
    FORBIDDEN_LIST,
    /** The same id came before with another content. */
    MISMATCH,
    /** Two lists of one meeting cannot be scanned at once. */
    TWO_LISTS,
    /** Only a registrar's phone decides against the list. */
    OVERRIDE_FORBIDDEN,
    /** A number that another scan of this device has already. */
    INVALID
  }
}
