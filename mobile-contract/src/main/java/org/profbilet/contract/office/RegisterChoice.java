package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;

/**
 * @param onlyValid rows with an error stay behind
 */
@Serdeable
public record RegisterChoice(boolean onlyValid) {}
