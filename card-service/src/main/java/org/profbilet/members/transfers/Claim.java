package org.profbilet.members.transfers;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The half of a request that lies before the primary where the person is on record.
 *
 * @param toName which primary asks
 * @param dueOn the day on which she goes unless somebody answers before; null where one must answer
 */
@Introspected
public record Claim(
    UUID requestId,
    UUID personId,
    UUID primaryId,
    UUID toPrimaryId,
    String toName,
    Wish wish,
    LocalDate wantedOn,
    MatchClass matchClass,
    Instant askedAt,
    @Nullable LocalDate dueOn,
    RequestState state,
    String lastName,
    String firstName,
    @Nullable String middleName) {

  @Override
  public String toString() {
    return "Claim[" + requestId + "]";
  }
}
