package org.profbilet.credentials;

import java.util.UUID;

/**
 * A member asked for a code to an address on her record. The sender makes the code at the moment of
 * dispatch with {@link VerificationCodes}.
 */
public record ActivationCodeAsked(UUID activationId, UUID personId) {}
