package org.profbilet.meetings.scans;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.scanner.NextAction;
import org.profbilet.contract.scanner.OverrideReason;
import org.profbilet.contract.scanner.ScanOutcome;
import org.profbilet.contract.scanner.ScanReason;
import org.profbilet.contract.scanner.ScanType;
import org.profbilet.meetings.CheckInList;

/** A fact with the answer it was given; written once. */
@MappedEntity(value = "scan", schema = "meetings")
public record ScanRow(
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
    @Nullable String firstDoor,
    @Nullable String detail,
    boolean quarantined,
    @Nullable UUID operatorId) {

  /** How a fact reached the server. It says nothing about whether it was right. */
  enum Origin {
    ONLINE,
    OFFLINE,
    PAPER
  }

  /**
   * @param list the one it was scanned into
   * @param deviceOutcome what a device that decided alone told the person
   */
  Passage passage(CheckInList list, @Nullable ScanOutcome deviceOutcome) {
    return new Passage(
        id,
        listId,
        Objects.requireNonNull(personId),
        deviceId,
        door,
        effectiveAt,
        outcome,
        reason,
        origin,
        replayAt == null ? null : replayList + "/" + replayIndex + "/" + replayAt,
        overrideReason == OverrideReason.REGISTRAR_DECISION,
        clockUntrusted,
        quarantined,
        isLate(list),
        deviceOutcome,
        null,
        false);
  }

  boolean isLate(CheckInList list) {
    return origin != Origin.ONLINE && list.isClosedAt(receivedAt);
  }

  @Override
  public String toString() {
    return "ScanRow[" + id + "]";
  }
}
