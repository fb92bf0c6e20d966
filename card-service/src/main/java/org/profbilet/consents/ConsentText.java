package org.profbilet.consents;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The words of one version of a purpose's document; never changed after they were published. */
@MappedEntity(value = "text", schema = "consents")
public record ConsentText(
    @Id UUID id,
    Purpose purpose,
    String version,
    String title,
    String body,
    String sha256,
    LocalDate effectiveFrom,
    @Nullable LocalDate effectiveUntil) {}
