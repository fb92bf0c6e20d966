package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * @param regionId whose approved orders
 */
@Serdeable
public record BatchRequest(@NotNull UUID regionId) {}
