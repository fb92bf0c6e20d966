package org.profbilet.meetings.scans;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/** The record by which a human is counted, whatever records of hers were made one. */
@Introspected
record KeptRecord(UUID personId, String ticketNumber) {
  @Override
  public String toString() {
    return "KeptRecord[" + personId + "]";
  }
}
