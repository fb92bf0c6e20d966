package org.profbilet.meetings.quorum;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;
import org.profbilet.contract.chair.BodyKind;

/** A body in a list, with the organisation that has elected it. */
@Introspected
record BodyLine(UUID id, UUID organisationId, String name, BodyKind kind, String organisation) {}
