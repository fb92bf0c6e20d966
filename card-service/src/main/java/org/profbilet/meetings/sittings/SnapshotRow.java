package org.profbilet.meetings.sittings;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.chair.QuorumFigures;
import org.profbilet.contract.chair.QuorumFigures.Verdict;
import org.profbilet.contract.chair.Sittings.Snapshot;

/** Figures of a moment that never change. */
@MappedEntity(value = "snapshot", schema = "meetings")
record SnapshotRow(
    @Id UUID id,
    UUID sittingId,
    UUID organisationId,
    int number,
    Instant takenAt,
    String reason,
    int base,
    int needed,
    int confirmed,
    int possible,
    int advisory,
    int organisations,
    int organisationsBase,
    int organisationsNeeded,
    int notMembers,
    int openConflicts,
    Verdict verdict,
    @Nullable String firstSigner,
    @Nullable String secondSigner,
    String listHash,
    String requestHash,
    UUID takenBy) {

  Snapshot shown() {
    return new Snapshot(
        id,
        number,
        takenAt,
        reason,
        figures(),
        firstSigner == null || secondSigner == null
            ? List.of()
            : List.of(firstSigner, secondSigner),
        listHash);
  }

  private QuorumFigures figures() {
    return new QuorumFigures(
        base,
        needed,
        confirmed,
        possible,
        advisory,
        organisations,
        organisationsBase,
        organisationsNeeded,
        notMembers,
        openConflicts,
        verdict);
  }
}
