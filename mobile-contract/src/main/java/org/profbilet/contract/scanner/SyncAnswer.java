package org.profbilet.contract.scanner;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param results one for every scan that was sent, in the same order
 * @param voids one for everything taken back, in the same order
 * @param ackSeq the highest number up to which nothing is missing
 * @param missingSeq numbers below the highest that never arrived: the device sends them again
 * @param cursor for the next request
 * @param people whose presence changed since the cursor, at any door
 * @param lists of this device, as they are now
 * @param commands WIPE: forget everything but what still waits
 */
@Serdeable
public record SyncAnswer(
    Instant serverTime,
    List<Result> results,
    List<VoidResult> voids,
    long ackSeq,
    List<Long> missingSeq,
    String cursor,
    List<Present> people,
    List<ListState> lists,
    List<Command> commands) {

  public SyncAnswer {
    results = List.copyOf(results);
    missingSeq = List.copyOf(missingSeq);
    people = List.copyOf(people);
    voids = List.copyOf(voids);
    lists = List.copyOf(lists);
    commands = List.copyOf(commands);
  }

  /**
   * Final for every status: the device need not send this scan again.
   *
   * @param outcome what the server decided; of ACCEPTED and REPLAYED
   */
  @Serdeable
  public record Result(
      UUID scanId, Status status, @Nullable ScanOutcome outcome, @Nullable ScanReason reason) {}

  /** What became of one scan. */
  public enum Status {
    ACCEPTED,
    REPLAYED,
    /** The same id arrived before with another content. */
    MISMATCH,
    INVALID,
    FORBIDDEN_LIST,
    /** The right of the device has ended: the registrar looks at it before it counts. */
    QUARANTINED,
    OVERRIDE_FORBIDDEN
  }

  /**
   * Final, but for a scan that is not here yet.
   *
   * @param outcome absent: the scan is unknown, and this is sent again after it
   */
  @Serdeable
  public record VoidResult(UUID voidId, VoidAnswer.@Nullable Outcome outcome) {}

  /**
   * @param bundleVersion differs from the device's where the list should be downloaded again
   */
  @Serdeable
  public record ListState(UUID listId, Counters counters, String bundleVersion) {}

  /** What a device does besides. */
  public enum Command {
    WIPE
  }

  /**
   * @param at the entry by which the person became present; absent where her only one was taken
   *     back
   * @param door of that entry
   * @param present false when she has left
   * @param entries milliseconds since 1970 of every entry
   */
  @Serdeable
  public record Present(
      UUID listId,
      String handle,
      @Nullable Instant at,
      @Nullable String door,
      boolean present,
      List<Long> entries) {

    public Present {
      entries = List.copyOf(entries);
    }
  }
}
