package org.profbilet.access;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * One primary opened to one person above it, for a stated reason and a short time.
 *
 * @param reason in her own words; the members read them
 */
@MappedEntity(value = "reading", schema = "access")
public record Reading(
    @Id UUID id,
    UUID accountId,
    UUID officeId,
    UUID primaryId,
    String reason,
    Instant openedAt,
    Instant closesAt) {
  @Override
  public String toString() {
    return "Reading[" + id + "]";
  }
}
