package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.UUID;

/** The membership as it ended. */
@Serdeable
public record MembershipEnded(UUID id, LocalDate on, MembershipEndReason reason) {}
