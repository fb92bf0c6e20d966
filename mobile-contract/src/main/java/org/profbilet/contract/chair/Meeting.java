package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.scanner.Counters;
import org.profbilet.contract.scanner.ListKind;
import org.profbilet.contract.scanner.RepeatPolicy;

/** A meeting as its organisers see it. */
@Serdeable
public record Meeting(
    UUID id,
    UUID organisationId,
    UUID listId,
    String title,
    ListKind kind,
    RepeatPolicy policy,
    Instant opensAt,
    Instant closesAt,
    String zone,
    @Nullable Instant cancelledAt,
    Counters counters,
    int openConflicts,
    List<Device> devices) {

  public Meeting {
    devices = List.copyOf(devices);
  }

  /**
   * A phone at a door; revoked where {@code revokedAt} is set.
   *
   * @param role VOLUNTEER, REGISTRAR or PAPER, which is a sheet (an open list)
   * @param queueLength scans that were waiting on it when it was seen last
   * @param clockSkewMs how far its clock was behind ours
   */
  @Serdeable
  public record Device(
      UUID id,
      String name,
      String door,
      String role,
      Instant enrolledAt,
      @Nullable Instant lastSeenAt,
      @Nullable Instant revokedAt,
      @Nullable Integer queueLength,
      @Nullable Instant bundleMadeAt,
      @Nullable Long clockSkewMs) {}
}
