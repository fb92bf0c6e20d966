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
    return new LedgerRow(
        primaryId,
        purpose,
        channel,
        state == null ? ConsentState.UNKNOWN : state,
        textId,
        form == null ? Form.RULE : form,
        signedOn == null ? firstDay : signedOn,
        keeperId,
        recordingId,
        recordedBy,
        evidence,
        deviceId,
        deviceKey,
        state == null ? Cause.LIST_UNDONE : cause,
        now);
  }
}
