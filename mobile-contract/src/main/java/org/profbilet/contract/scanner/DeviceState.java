package org.profbilet.contract.scanner;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a device is; the organisers see it.
 *
 * @param queueLength scans that still wait on it, those of this request among them
 * @param bundleMadeAt age of its offline list
 */
@Serdeable
public record DeviceState(@PositiveOrZero int queueLength, @Nullable Instant bundleMadeAt) {}
