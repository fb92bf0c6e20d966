package org.profbilet.audit;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/**
 * The newest seal of a chain.
 *
 * @param chain the organisation, or only zeros for entries of none
 * @param place how many entries the chain has
 * @param hash SHA-256, in hexadecimal digits
 */
@Introspected
record ChainEnd(UUID chain, long place, String hash) {}
