package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;

/** A structural unit (профгруппа, профбюро) as members name it, with how many are in it. */
@Serdeable
public record UnitView(String name, int people) {}
