package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param onDay what the member was on the day asked for; null where not on record
 * @param consents in force on that day
 * @param periods as known now, newest first
 */
@Serdeable
public record MemberHistory(
    LocalDate on,
    @Nullable MemberOnDay onDay,
    List<MemberCard.Consent> consents,
    List<Period> periods) {

  public MemberHistory {
    consents = List.copyOf(consents);
    periods = List.copyOf(periods);
  }

  /**
   * @param until the first day on which it is so no more; null where it still is
   * @param recordedAt when it was written down
   * @param reason why later than it became true
   */
  @Serdeable
  public record Period(
      LocalDate from,
      @Nullable LocalDate until,
      String category,
      @Nullable String unit,
      @Nullable String position,
      List<String> unionRoles,
      @Nullable LocalDate suspendedUntil,
      Instant recordedAt,
      @Nullable String reason) {

    public Period {
      unionRoles = List.copyOf(unionRoles);
    }
  }
}
