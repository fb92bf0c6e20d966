package org.profbilet.members;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody is off record.
 *
 * @param endedOn the first day off record
 */
public record MembershipEnded(UUID personId, UUID primaryId, LocalDate endedOn, Instant at) {}
