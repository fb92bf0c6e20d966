package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param slip absent where she has a login already
 */
@Serdeable
public record AppointmentMade(UUID id, @Nullable AccountSlip slip) {}
