package org.profbilet.registerlists;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.organisations.Level;

/** An open organisation within the office, by which rows are recognised. */
@Introspected
record KnownOrganisation(
    UUID id, @Nullable UUID parentId, String inpo, Level level, String name, String shortName) {}
