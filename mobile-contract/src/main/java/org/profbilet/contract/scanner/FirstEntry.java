package org.profbilet.contract.scanner;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/** The entry by which a person is present. */
@Serdeable
public record FirstEntry(Instant at, String door) {}
