package org.profbilet.consents;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** One act of a chair; its id is the key under which the request may come again. */
@MappedEntity(value = "recording", schema = "consents")
record Recording(
    @Id UUID id,
    UUID primaryId,
    UUID accountId,
    Instant at,
    String requestHash,
    int recordedCount) {}
