package org.profbilet.members;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was true of a membership for some days, as it is known now.
 *
 * @param roles {@link UnionRole}s, parted by commas
 * @param trueUntil the first day on which it is so no more
 * @param knownFrom when it was written down
 * @param reason why it was written down later than it became true
 */
@Introspected
public record PastState(
    UUID membershipId,
    String category,
    @Nullable String unit,
    @Nullable String position,
    String roles,
    @Nullable LocalDate suspendedUntil,
    LocalDate trueFrom,
    @Nullable LocalDate trueUntil,
    Instant knownFrom,
    @Nullable String reason) {}
