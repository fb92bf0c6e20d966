package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * @param kopecks of one card, at most 10,000 roubles
 */
@Serdeable
public record NewCardPrice(@Min(1) @Max(1_000_000) long kopecks) {}
