package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param status how the primary ended
 * @param people members still on record there
 * @param receiver the primary that takes them over, or null where nobody was named
 */
@Serdeable
public record StrandedPrimary(
    UUID id, String inpo, String name, String status, int people, @Nullable String receiver) {}
