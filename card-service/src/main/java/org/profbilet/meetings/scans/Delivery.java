package org.profbilet.meetings.scans;

import java.time.Duration;
import java.time.Instant;
import org.profbilet.contract.scanner.SyncRequest;

/**
 * What a device has sent, and when that arrived: how long the judging of two hundred scans takes
 * says nothing of the clock of the phone.
 */
record Delivery(SyncRequest request, Instant receivedAt) {

  /** What must be added to the clock of the device. */
  Duration skew() {
    return Duration.between(request.deviceClock(), receivedAt);
  }

  @Override
  public String toString() {
    return "Delivery[" + request.scans().size() + " scans at " + receivedAt + "]";
  }
}
