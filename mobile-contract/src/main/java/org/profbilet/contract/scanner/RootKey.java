package org.profbilet.contract.scanner;

import io.micronaut.serde.annotation.Serdeable;

/**
 * The public key, on P-256, that signs what a door believes without a network.
 *
 * @param kid its name in the header of what it signs
 */
@Serdeable
public record RootKey(String kid, String x, String y) {}
