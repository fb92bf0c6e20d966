package org.profbilet.memberlists;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A plan as its table holds it. */
@Introspected
record PlanRow(
    UUID id,
    UUID accountId,
    Instant createdAt,
    String fileSha256,
    String fileFormat,
    String registerVersion,
    int rowCount,
    int missingCount,
    @Nullable Integer statedTotal,
    String ignoredColumns,
    String contentSha256,
    @Nullable Instant appliedAt,
    @Nullable String appliedResult,
    @Nullable Instant undoneAt,
    @Nullable String undoneResult) {}
