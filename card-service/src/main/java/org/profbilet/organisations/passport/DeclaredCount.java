package org.profbilet.organisations.passport;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.profbilet.organisations.DeclaredSubject;

/**
 * A headcount that an organisation declared: the denominator of its progress.
 *
 * @param raw the words of the paper
 * @param value the number that counts, or null where the paper has none
 */
@Introspected
public record DeclaredCount(
    DeclaredSubject subject,
    LocalDate asOf,
    String raw,
    @Nullable Integer value,
    @Nullable Integer alternative,
    @Nullable Integer extra,
    Instant recordedAt) {}
