package org.profbilet.notifications.inbox;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was sent to a member by one channel, or was not, and the consent that allowed it.
 *
 * @param subject null for a notice of the register
 * @param kind for example CARD_ISSUED
 * @param category INFO or AD
 * @param state as of a delivery
 * @param withheldReason why nothing was sent
 * @param consentSignedOn the day of the decision that was in force at the hand-over; null where
 *     nothing was handed over
 * @param consentForm PAPER or ELECTRONIC
 * @param consentText the version of its words
 */
@Introspected
public record SentMessage(
    Instant at,
    String kind,
    String category,
    @Nullable String subject,
    String channel,
    String state,
    @Nullable String withheldReason,
    @Nullable LocalDate consentSignedOn,
    @Nullable String consentForm,
    @Nullable String consentText) {}
