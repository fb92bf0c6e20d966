package org.profbilet.meetings.exports;

import io.micronaut.core.annotation.Introspected;

/** How many rows of a class of data were forgotten. */
@Introspected
record ForgottenRow(String name, long forgotten) {}
