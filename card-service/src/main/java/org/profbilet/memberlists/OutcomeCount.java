package org.profbilet.memberlists;

import io.micronaut.core.annotation.Introspected;

/** How many rows of a plan have an outcome, and how many of them a warning. */
@Introspected
record OutcomeCount(RowOutcome outcome, int rows, int warned) {}
