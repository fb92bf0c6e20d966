package org.profbilet.contract.member;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param joinedUnion a day, or a year where no more is known
 * @param education BASIC, SECONDARY, VOCATIONAL, HIGHER, PHD_ETC or null
 * @param corrections newest first
 */
@Serdeable
public record OwnRecord(
    String lastName,
    String firstName,
    @Nullable String middleName,
    LocalDate birthDate,
    @Nullable String unit,
    @Nullable String position,
    @Nullable String education,
    @Nullable String phone,
    @Nullable String email,
    String joinedUnion,
    LocalDate onRecordFrom,
    String primary,
    List<Proposed> corrections) {

  public OwnRecord {
    corrections = List.copyOf(corrections);
  }

  /**
   * @param state OPEN, ACCEPTED or DECLINED
   * @param reason why it was declined
   */
  @Serdeable
  public record Proposed(
      UUID id,
      List<Change> changes,
      @Nullable String note,
      String state,
      Instant proposedAt,
      @Nullable String reason) {

    public Proposed {
      changes = List.copyOf(changes);
    }
  }

  /** What stood there and what should. */
  @Serdeable
  public record Change(String field, @Nullable String before, @Nullable String after) {}
}
