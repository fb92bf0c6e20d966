package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * A closed primary whose members this one takes over.
 *
 * @param people members still on record there; their names are seen when they have come
 */
@Serdeable
public record TakeoverWaiting(UUID fromId, String name, int people) {}
