package org.profbilet.members.transfers;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The asking half of a request. */
@MappedEntity(value = "request", schema = "members")
record RequestRow(
    @Id UUID id,
    UUID primaryId,
    Wish wish,
    String lastName,
    String firstName,
    @Nullable String middleName,
    LocalDate birthDate,
    LocalDate wantedOn,
    @Nullable UUID ownPersonId,
    MatchClass matchClass,
    RequestState state,
    String requestHash,
    UUID askedBy,
    Instant askedAt) {

  @Override
  public String toString() {
    return "RequestRow[" + id + "]";
  }
}
