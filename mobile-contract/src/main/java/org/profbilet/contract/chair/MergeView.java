package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param mergedTicketNumber the number that is not shown any more
 * @param undoneAt when the two were parted again
 */
@Serdeable
public record MergeView(
    UUID id,
    UUID personId,
    String lastName,
    String firstName,
    @Nullable String middleName,
    String ticketNumber,
    String mergedTicketNumber,
    Instant mergedAt,
    @Nullable Instant undoneAt) {}
