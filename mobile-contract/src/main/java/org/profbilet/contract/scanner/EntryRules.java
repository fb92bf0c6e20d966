package org.profbilet.contract.scanner;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Limits on entries of one person to one list. Days are those of the meeting's own zone; an absent
 * limit does not hold.
 *
 * @param entries at most so many in all
 * @param days on at most so many different days
 * @param minutesAfterFirst no entry later than so long after the first one
 * @param from no entry before this moment
 * @param until no entry at this moment or later
 * @param entriesSince at most so many since {@code since}
 * @param since hour of the day, or a moment, from which they are counted anew
 */
@Serdeable
public record EntryRules(
    @Nullable @Positive Integer entries,
    @Nullable @Positive Integer days,
    @Nullable @Positive Integer minutesAfterFirst,
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable @Positive Integer entriesSince,
    @Nullable @Size(max = 40) String since) {}
