package org.profbilet.access;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody says that a colleague lost her phone and her codes.
 *
 * @param fromAbove said by one who stands above: that is enough
 * @param confirmedBy the second one of her own office
 */
@MappedEntity(value = "second_factor_reset", schema = "access")
record SecondFactorReset(
    @Id UUID id,
    UUID organisationId,
    UUID accountId,
    String reason,
    UUID askedBy,
    Instant askedAt,
    boolean fromAbove,
    @Nullable UUID confirmedBy,
    @Nullable Instant doneAt) {

  boolean isDone() {
    return doneAt != null;
  }

  @Override
  public String toString() {
    return "SecondFactorReset[" + id + "]";
  }
}
