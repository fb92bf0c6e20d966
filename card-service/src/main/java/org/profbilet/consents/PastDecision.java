package org.profbilet.consents;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of the ledger, as its person may see it.
 *
 * @param cause why a rule ended the consent; null for decisions
 * @param textSha256 of the words that were signed or shown
 * @param evidence of an electronic decision; null otherwise
 */
@Introspected
public record PastDecision(
    Purpose purpose,
    Channel channel,
    ConsentState state,
    LocalDate signedOn,
    Form form,
    @Nullable Cause cause,
    String textVersion,
    String textSha256,
    Evidence.@Nullable Kind evidence,
    Instant recordedAt) {}
