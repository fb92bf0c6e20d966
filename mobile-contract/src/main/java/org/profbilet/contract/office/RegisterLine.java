package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An organisation that was found. */
@Serdeable
public record RegisterLine(
    UUID id, String inpo, String level, String name, String status, @Nullable String parentName) {}
