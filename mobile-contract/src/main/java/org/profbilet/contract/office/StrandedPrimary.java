package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * @param status how the primary ended
 * @param people members still on record there
 */
@Serdeable
public record StrandedPrimary(UUID id, String inpo, String name, String status, int people) {}
