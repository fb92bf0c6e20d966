package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A value a field had: since when it was true, and when it was recorded. */
@Serdeable
public record PassportEntry(
    String field, @Nullable String value, LocalDate trueFrom, Instant recordedAt) {}
