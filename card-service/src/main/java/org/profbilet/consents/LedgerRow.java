package org.profbilet.consents;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What new rows of the ledger have in common; only the person differs. */
@Serdeable
record LedgerRow(
    UUID primaryId,
    Purpose purpose,
    Channel channel,
    ConsentState state,
    UUID textId,
    Form form,
    LocalDate signedOn,
    @Nullable UUID keeperId,
    @Nullable UUID recordingId,
    @Nullable UUID recordedBy,
    Evidence.@Nullable Kind evidence,
    @Nullable UUID deviceId,
    @Nullable String deviceKey,
    @Nullable Cause cause,
    Instant recordedAt) {}
