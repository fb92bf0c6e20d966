package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Two records that are two people. */
@Serdeable
public record DistinctPeople(@NotNull UUID personId, @NotNull UUID otherPersonId) {}
