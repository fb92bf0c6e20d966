package org.profbilet.consents;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper to be taken back, with the decision that was the newest before it; without a state where
 * there was none.
 *
 * @param firstDay of the first words for the purpose: a paper of any later day counts again
 */
@Introspected
record TakenBack(
    UUID personId,
    Purpose purpose,
    Channel channel,
    @Nullable ConsentState state,
    UUID textId,
    @Nullable Form form,
    @Nullable LocalDate signedOn,
    @Nullable UUID keeperId,
    @Nullable UUID recordingId,
    @Nullable UUID recordedBy,
    Evidence.@Nullable Kind evidence,
    @Nullable UUID deviceId,
    @Nullable String deviceKey,
    @Nullable Cause cause,
    LocalDate firstDay) {

  LedgerRow toRow(UUID primaryId, Instant now) {
    boolean isKnown = state != null && form != null && signedOn != null;
    return new LedgerRow(
        primaryId,
        purpose,
        channel,
        isKnown ? state : ConsentState.UNKNOWN,
        textId,
        isKnown ? form : Form.RULE,
        isKnown ? signedOn : firstDay,
        keeperId,
        recordingId,
        recordedBy,
        evidence,
        deviceId,
        deviceKey,
        isKnown ? cause : Cause.LIST_UNDONE,
        now);
  }
}
