package org.profbilet.members.transfers;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** The step by which the members of a closed primary came. */
@MappedEntity(value = "takeover", schema = "members")
record Takeover(
    @Id UUID id, UUID fromPrimaryId, UUID primaryId, int people, UUID takenBy, Instant takenAt) {}
