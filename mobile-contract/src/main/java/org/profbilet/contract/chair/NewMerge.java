package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * @param personId the record that stays, with its ticket number
 * @param mergedPersonId the record that goes
 */
@Serdeable
public record NewMerge(@NotNull UUID personId, @NotNull UUID mergedPersonId) {}
