package org.profbilet.members.transfers;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as the asking primary sees it. Before it is granted it holds only what the primary
 * typed itself.
 *
 * @param personId who came, once she did
 * @param linkEndedOn the first day off a part-timer's link
 * @param answer the reason of a refusal
 */
@Introspected
public record Request(
    UUID id,
    Wish wish,
    String lastName,
    String firstName,
    @Nullable String middleName,
    LocalDate birthDate,
    LocalDate wantedOn,
    MatchClass matchClass,
    RequestState state,
    Instant askedAt,
    @Nullable Instant answeredAt,
    @Nullable String answer,
    @Nullable UUID personId,
    @Nullable LocalDate linkedOn,
    @Nullable LocalDate linkEndedOn) {

  @Override
  public String toString() {
    return "Request[" + id + "]";
  }
}
