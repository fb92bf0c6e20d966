package org.profbilet.meetings.scans;

import java.util.UUID;
import org.profbilet.contract.chair.MeetingConflicts.Kind;

/** What is odd about a scan, seen beside all others of the same person. */
record Finding(UUID scanId, Kind kind) {

  @Override
  public String toString() {
    return scanId + ":" + kind;
  }
}
