package org.profbilet.memberlists;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;

/** The newest decision of a member for a purpose and a channel. */
@Introspected
public record HeldConsent(String purpose, String channel, String state, LocalDate signedOn) {}
