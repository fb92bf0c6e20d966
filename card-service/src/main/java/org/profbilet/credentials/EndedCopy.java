package org.profbilet.credentials;

import io.micronaut.core.annotation.Introspected;

/** A printed card that is no longer good. */
@Introspected
record EndedCopy(String ticketNumber, String serial) {}
