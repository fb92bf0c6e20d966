package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param counted members who counted here on the day
 * @param secondary part-timers who counted elsewhere
 * @param nextCursor for the page after this one; null on the last
 */
@Serdeable
public record RegisterOnDay(
    LocalDate on, int counted, int secondary, List<Line> people, @Nullable Integer nextCursor) {

  public RegisterOnDay {
    people = List.copyOf(people);
  }

  /**
   * @param lastName null where the person is in another primary today: her name is visible there
   * @param consent the state of the consent to processing on the day; null where there was none
   */
  @Serdeable
  public record Line(
      UUID personId,
      @Nullable String lastName,
      @Nullable String firstName,
      @Nullable String middleName,
      String kind,
      String category,
      @Nullable String unit,
      @Nullable String position,
      List<String> unionRoles,
      @Nullable LocalDate suspendedUntil,
      @Nullable String consent) {

    public Line {
      unionRoles = List.copyOf(unionRoles);
    }
  }
}
