package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param counted members who counted here on the day
 * @param secondary part-timers who counted elsewhere
 * @param nextCursor for the page after this one; null on the last
 */
@Serdeable
public record RegisterOnDay(
    LocalDate on,
    int counted,
    int secondary,
    List<MemberOnDay> people,
    @Nullable Integer nextCursor) {

  public RegisterOnDay {
    people = List.copyOf(people);
  }
}
