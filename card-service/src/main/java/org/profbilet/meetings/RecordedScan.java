package org.profbilet.meetings;

import org.profbilet.contract.scanner.ScanAnswer;

/** What became of a scan that a device sent. */
public sealed interface RecordedScan {

  /** Decided, now or when it came before. */
  record Decided(ScanAnswer answer) implements RecordedScan {}

  /** Nothing was decided and nothing written. */
  record Refused(Reason reason) implements RecordedScan {}

  enum Reason {
    /** The list is not the one that this device was invited to. */
    FORBIDDEN_LIST,
    /** The same id came before with another content. */
    MISMATCH,
    /** A number that another scan of this device has already. */
    INVALID
  }
}
