package org.profbilet.organisations.passport;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A value of a field with both its times.
 *
 * @param field a {@link PassportField}, or INPO, PARENT or STATUS
 * @param value null where it was emptied; of PARENT the name of the organisation
 * @param trueFrom since when it is so
 * @param recordedAt since when it is known here
 */
@Introspected
public record FieldValue(
    String field, @Nullable String value, LocalDate trueFrom, Instant recordedAt) {}
