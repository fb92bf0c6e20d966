package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;

/**
 * @param state DONE, or WAITS for a second person
 */
@Serdeable
public record ResetState(String state) {}
