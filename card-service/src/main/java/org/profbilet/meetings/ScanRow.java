package org.profbilet.meetings;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.scanner.NextAction;
import org.profbilet.contract.scanner.OverrideReason;
import org.profbilet.contract.scanner.ScanOutcome;
import org.profbilet.contract.scanner.ScanReason;
import org.profbilet.contract.scanner.ScanType;

/** A fact with the answer it was given; written once. */
@MappedEntity(value = "scan", schema = "meetings")
record ScanRow(
    @Id UUID id,
    UUID meetingId,
    UUID organisationId,
    UUID listId,
    UUID deviceId,
    long deviceSeq,
    String door,
    @Nullable UUID personId,
    Reading.Kind credentialKind,
    String credentialHash,
    @Nullable Integer replayList,
    @Nullable Integer replayIndex,
    @Nullable Long replayAt,
    ScanType type,
    Origin origin,
    Instant scannedAt,
    Instant effectiveAt,
    Instant receivedAt,
    boolean clockUntrusted,
    @Nullable OverrideReason overrideReason,
    String factHash,
    ScanOutcome outcome,
    ScanReason reason,
    NextAction nextAction,
    @Nullable Instant firstAt,
    @Nullable String firstDoor) {

  /** How a fact reached the server. It says nothing about whether it was right. */
  enum Origin {
    ONLINE,
    OFFLINE
  }

  /**
   * @param deviceOutcome what a device that decided alone told the person
   */
  Passage passage(@Nullable ScanOutcome deviceOutcome) {
    return new Passage(id, deviceId, door, effectiveAt, receivedAt, outcome, deviceOutcome);
  }

  @Override
  public String toString() {
    return "ScanRow[" + id + "]";
  }
}
