package org.profbilet.organisations.structure;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in an elected body, or responsible for something, for a term.
 *
 * @param termUntil the day by which there must be elections
 * @param undertakingSignedOn the day on the undertaking of non-disclosure, if it was signed
 * @param endedOn the first day out of office
 */
@Introspected
public record Official(
    UUID id,
    Post post,
    String lastName,
    String firstName,
    @Nullable String middleName,
    @Nullable String protocolNumber,
    @Nullable LocalDate protocolOn,
    LocalDate electedOn,
    @Nullable LocalDate termUntil,
    @Nullable String phone,
    @Nullable String email,
    @Nullable LocalDate undertakingSignedOn,
    @Nullable LocalDate endedOn,
    Instant recordedAt) {

  @Override
  public String toString() {
    return "Official[" + id + "]";
  }
}
