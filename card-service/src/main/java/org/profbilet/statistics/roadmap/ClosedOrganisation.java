package org.profbilet.statistics.roadmap;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.organisations.Status;

/**
 * A closed primary whose members wait.
 *
 * @param people who are on record there and nowhere else yet
 * @param successorName the organisation it was merged into
 */
@Introspected
public record ClosedOrganisation(
    UUID id, String inpo, String name, Status status, @Nullable String successorName, int people) {}
