package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param to the primary that asks
 * @param match CERTAIN or LIKELY: then look whether she is meant
 * @param dueOn on this day she goes unless somebody answers; null where an answer is needed
 */
@Serdeable
public record ClaimView(
    UUID id,
    UUID personId,
    String lastName,
    String firstName,
    @Nullable String middleName,
    String to,
    RequestWish wish,
    LocalDate wantedOn,
    String match,
    Instant askedAt,
    @Nullable LocalDate dueOn) {}
