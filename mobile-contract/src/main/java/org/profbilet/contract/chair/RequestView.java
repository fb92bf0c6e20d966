package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param match CERTAIN or LIKELY
 * @param state WAITING, GRANTED, REFUSED or CANCELLED
 * @param answer the reason of a refusal
 * @param personId who came by a transfer
 * @param linkEndedOn the first day without the part-timer's link
 */
@Serdeable
public record RequestView(
    UUID id,
    RequestWish wish,
    String lastName,
    String firstName,
    @Nullable String middleName,
    LocalDate wantedOn,
    String match,
    String state,
    Instant askedAt,
    @Nullable Instant answeredAt,
    @Nullable String answer,
    @Nullable UUID personId,
    @Nullable LocalDate linkedOn,
    @Nullable LocalDate linkEndedOn) {}
