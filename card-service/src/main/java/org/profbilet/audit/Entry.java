package org.profbilet.audit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of the audit; never changed. */
@MappedEntity(value = "entry", schema = "audit")
record Entry(
    @Id UUID id,
    Instant at,
    @Nullable UUID accountId,
    @Nullable UUID organisationId,
    String action,
    @Nullable UUID subjectId,
    @TypeDef(type = DataType.JSON) Map<String, Object> details) {}
