package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What applying a list did.
 *
 * @param heldBack rows left out: errors, look-alikes not decided, people on record elsewhere
 * @param consents papers of consent recorded
 */
@Serdeable
public record ListApplied(int added, int changed, int unchanged, int heldBack, int consents) {}
