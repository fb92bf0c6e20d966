package org.profbilet.meetings.scans;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/**
 * A list as a door shows it, and the person before it.
 *
 * @param present how many are inside
 * @param invited how many the list names; none on an open list
 * @param handle of the person; absent where nobody was recognised
 * @param shortName of the person, for example «Иванова М. П.»
 * @param attention something about her is for the registrar
 */
@Introspected
record AtTheDoor(
    int present,
    int invited,
    @Nullable String handle,
    @Nullable String shortName,
    boolean attention) {
  @Override
  public String toString() {
    return "AtTheDoor[" + present + " of " + invited + "]";
  }
}
