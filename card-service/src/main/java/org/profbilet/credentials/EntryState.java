package org.profbilet.credentials;

import io.micronaut.core.annotation.Introspected;

/** An entry of a status list that is not valid. */
@Introspected
record EntryState(int index, int state) {}
