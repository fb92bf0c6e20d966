package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * @param fromId the closed primary whose members all come
 */
@Serdeable
public record NewTakeover(UUID fromId) {}
