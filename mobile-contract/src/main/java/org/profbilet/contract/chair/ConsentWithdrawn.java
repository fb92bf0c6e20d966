package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;

/**
 * The consent is out of force: no message goes after this answer.
 *
 * @param decisions how many decisions were written; 0 where it had been withdrawn before
 */
@Serdeable
public record ConsentWithdrawn(int decisions) {}
