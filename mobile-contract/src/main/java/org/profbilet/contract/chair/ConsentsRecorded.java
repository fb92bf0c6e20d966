package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * @param recordingId the Idempotency-Key of the request
 * @param persons for how many members something was written
 */
@Serdeable
public record ConsentsRecorded(UUID recordingId, int persons) {}
