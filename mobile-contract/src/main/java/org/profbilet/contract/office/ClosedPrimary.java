package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A closed primary with members who wait.
 *
 * @param status EXCLUDED or MERGED
 * @param people how many are on record there and nowhere else yet
 */
@Serdeable
public record ClosedPrimary(
    UUID id, String inpo, String name, String status, @Nullable String successorName, int people) {}
