package org.profbilet.organisations.structure;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper that an organisation keeps; the paper itself is not here.
 *
 * @param keptAt where it lies
 */
@Introspected
public record Document(
    UUID id,
    DocumentKind kind,
    String title,
    @Nullable String number,
    LocalDate datedOn,
    @Nullable LocalDate validUntil,
    @Nullable String keptAt) {}
