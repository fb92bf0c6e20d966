package org.profbilet.access;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one chair handed over to the next, in counts.
 *
 * @param formerName surname and initials of the chair before, or null where there was none
 * @param people on record on that day
 * @param consents to the processing of data in force
 * @param cardsToIssue cards that lie at the primary
 * @param openOrders card orders on their way
 */
@Introspected
public record ChairChange(
    UUID id,
    UUID primaryId,
    UUID appointmentId,
    @Nullable String formerName,
    String newName,
    int people,
    int consents,
    int cardsToIssue,
    int openOrders,
    Instant changedAt) {
  @Override
  public String toString() {
    return "ChairChange[" + id + "]";
  }
}
