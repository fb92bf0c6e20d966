package org.profbilet.credentials;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/** The newest plastic copy of a ticket. */
@Introspected
record PlasticCopy(UUID id, String status) {}
