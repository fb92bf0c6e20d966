package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * @param on the first day in the other primary; the day wished for where it is absent
 */
@Serdeable
public record ClaimGrant(@Nullable LocalDate on) {}
