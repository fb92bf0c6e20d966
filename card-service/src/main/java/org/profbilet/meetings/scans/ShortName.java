package org.profbilet.meetings.scans;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/** A person who was scanned, by name. */
@Introspected
public record ShortName(UUID personId, String shortName) {
  @Override
  public String toString() {
    return "ShortName[" + personId + "]";
  }
}
