package org.profbilet.contract.scanner;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** At most twenty people of the meeting whose names begin as asked. */
@Serdeable
public record FoundPeople(List<Found> items) {

  public FoundPeople {
    items = List.copyOf(items);
  }

  /**
   * @param handle for a scan of kind MANUAL
   * @param standing PRESENT, LEFT or NEVER_CAME
   * @param isMember false: the membership has ended or not begun
   */
  @Serdeable
  public record Found(
      String handle, String shortName, String category, String standing, boolean isMember) {
    @Override
    public String toString() {
      return "Found[" + handle + "]";
    }
  }
}
