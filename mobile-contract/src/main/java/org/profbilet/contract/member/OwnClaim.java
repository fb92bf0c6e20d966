package org.profbilet.contract.member;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.chair.RequestWish;

/**
 * Another primary asks for me and waits.
 *
 * @param to the primary that asks
 * @param dueOn on this day it happens unless somebody answers; null where an answer is needed
 */
@Serdeable
public record OwnClaim(
    UUID id, String to, RequestWish wish, LocalDate wantedOn, @Nullable LocalDate dueOn) {}
