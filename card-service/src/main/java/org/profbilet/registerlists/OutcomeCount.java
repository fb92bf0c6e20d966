package org.profbilet.registerlists;

import io.micronaut.core.annotation.Introspected;

@Introspected
record OutcomeCount(Outcome outcome, int rows) {}
