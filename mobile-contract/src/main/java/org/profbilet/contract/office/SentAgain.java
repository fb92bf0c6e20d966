package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;

/** How many messages wait to be sent once more. */
@Serdeable
public record SentAgain(int messages) {}
