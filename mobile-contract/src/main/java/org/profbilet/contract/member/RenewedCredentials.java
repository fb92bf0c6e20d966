package org.profbilet.contract.member;

import io.micronaut.serde.annotation.Serdeable;

/** Fresh credentials; asked for twice on one day, the same. */
@Serdeable
public record RenewedCredentials(PhoneCredentials credentials) {}
