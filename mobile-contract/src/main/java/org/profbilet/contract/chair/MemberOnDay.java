package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param lastName null where the person is in another primary today: her name is visible there
 * @param consent the state of the consent to processing on the day; null where there was none
 */
@Serdeable
public record MemberOnDay(
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

  public MemberOnDay {
    unionRoles = List.copyOf(unionRoles);
  }
}
