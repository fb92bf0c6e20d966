package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;

/**
 * @param people how many came
 */
@Serdeable
public record TakeoverDone(int people) {}
