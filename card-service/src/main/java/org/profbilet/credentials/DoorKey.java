package org.profbilet.credentials;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/** The public key that a member's trusted phone proves with at doors; base64url coordinates. */
@Introspected
public record DoorKey(UUID personId, String doorX, String doorY) {}
