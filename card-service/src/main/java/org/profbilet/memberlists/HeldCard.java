package org.profbilet.memberlists;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The newest card of a member. */
@Introspected
public record HeldCard(UUID id, String serial, String status, @Nullable LocalDate issuedOn) {}
