package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Two records that may be one human. */
@Serdeable
public record DuplicatePair(Side one, Side other) {

  /** One of the two. */
  @Serdeable
  public record Side(
      UUID personId,
      String lastName,
      String firstName,
      @Nullable String middleName,
      LocalDate birthDate,
      String ticketNumber,
      boolean onRecord) {}
}
