package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/**
 * @param state IN_PRODUCTION, PRODUCED, SHIPPED, RECEIVED or CLOSED (an open list)
 */
@Serdeable
public record BatchView(
    UUID id,
    int number,
    UUID regionId,
    String region,
    String state,
    int cards,
    Instant createdAt) {}
