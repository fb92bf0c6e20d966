package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;

/**
 * @param rows how many rows were recorded
 */
@Serdeable
public record RegisterApplied(int rows) {}
