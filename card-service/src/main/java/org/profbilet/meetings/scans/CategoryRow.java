package org.profbilet.meetings.scans;

import io.micronaut.core.annotation.Introspected;

/** People of one category: how many are inside, how many are expected. */
@Introspected
record CategoryRow(String name, int present, int expected) {}
