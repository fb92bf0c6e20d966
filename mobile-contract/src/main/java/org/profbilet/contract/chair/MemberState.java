package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a member is from a day on.
 *
 * @param suspendedUntil the day on which a leave or the time after a lay-off ends; needed for these
 *     two, and for nothing else
 * @param reason needed where the day is past
 */
@Serdeable
public record MemberState(
    @NotNull MemberCategory category,
    @NotNull MemberEngagement engagement,
    @Nullable @Size(max = 120) String unit,
    @Nullable @Size(max = 120) String position,
    @NotNull @Size(max = 9) List<MemberRole> unionRoles,
    @Nullable LocalDate suspendedUntil,
    @NotNull LocalDate from,
    @Nullable @Size(max = 250) String reason) {

  public MemberState {
    unionRoles = List.copyOf(unionRoles);
  }
}
