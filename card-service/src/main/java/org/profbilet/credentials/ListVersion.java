package org.profbilet.credentials;

import io.micronaut.core.annotation.Introspected;

/** A status list and how often it has changed. */
@Introspected
record ListVersion(int number, long version) {}
