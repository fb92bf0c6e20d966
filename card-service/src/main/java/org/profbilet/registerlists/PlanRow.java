package org.profbilet.registerlists;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Introspected
record PlanRow(
    UUID id,
    Form kind,
    Instant createdAt,
    String fileSha256,
    String registerVersion,
    String ignoredColumns,
    @Nullable Instant appliedAt,
    @Nullable Integer appliedCount) {}
