package org.profbilet.credentials;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;

/**
 * A phone in the list of its member.
 *
 * @param lastProofAt milliseconds since 1970 by the phone's own clock; 0 before its first session
 */
@Introspected
public record OwnPhone(UUID id, String name, Instant enrolledAt, long lastProofAt) {}
