package org.profbilet.organisations;

import io.micronaut.core.annotation.Introspected;

/** The interval of a parent and how much of it its children take. */
@Introspected
record Room(long first, long last, long taken) {}
