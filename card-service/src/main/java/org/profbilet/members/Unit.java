package org.profbilet.members;

import io.micronaut.core.annotation.Introspected;

/** A structural unit (профгруппа, профбюро) as members name it. */
@Introspected
public record Unit(String name, int people) {}
