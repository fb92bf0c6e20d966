package org.profbilet.consents;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The newest decision of a person for a purpose and a channel. */
@Introspected
public record CurrentConsent(
    UUID personId,
    Purpose purpose,
    Channel channel,
    ConsentState state,
    int version,
    LocalDate signedOn,
    Form form,
    String textVersion,
    Instant recordedAt) {}
