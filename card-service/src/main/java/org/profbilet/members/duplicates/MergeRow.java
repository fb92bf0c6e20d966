package org.profbilet.members.duplicates;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A merge as it was done; the images of the rows stay in the database. */
@MappedEntity(value = "merge", schema = "members")
record MergeRow(
    @Id UUID id,
    UUID personId,
    UUID mergedPersonId,
    String requestHash,
    @Nullable Instant undoneAt) {}
