package org.profbilet.organisations;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the register.
 *
 * @param parentName the organisation directly above
 * @param primaries open primaries within it
 */
@Introspected
public record OrganisationBelow(
    UUID id,
    String inpo,
    Level level,
    String name,
    Status status,
    boolean territorialRights,
    @Nullable String parentName,
    int primaries) {}
