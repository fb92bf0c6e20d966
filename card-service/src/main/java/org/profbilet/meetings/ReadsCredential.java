package org.profbilet.meetings;

import java.time.Instant;
import org.profbilet.contract.scanner.Scan;

/** Reads what was shown at a door. */
interface ReadsCredential {

  /**
   * @param event number of the meeting
   * @param at when it was shown; a proof is judged by this moment, not by that of its delivery
   */
  Reading read(Scan scan, int event, Instant at);
}
