package org.profbilet.members.transfers;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/**
 * A closed primary whose members wait for the one that takes them over.
 *
 * @param people members still on record there
 */
@Introspected
public record ClosedPrimary(UUID id, String name, int people) {}
