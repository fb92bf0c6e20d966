package org.profbilet.meetings.scans;

import org.jspecify.annotations.Nullable;
import org.profbilet.contract.scanner.ScanReason;

/**
 * What was decided.
 *
 * @param detail what the sentence names: another list, the right door, the rule that failed
 */
record Verdict(ScanReason reason, @Nullable String detail) {

  static Verdict of(ScanReason reason) {
    return new Verdict(reason, null);
  }
}
