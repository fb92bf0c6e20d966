package org.profbilet.contract.scanner;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param results one for every scan that was sent, in the same order
 * @param ackSeq the highest number up to which nothing is missing
 * @param missingSeq numbers below the highest that never arrived: the device sends them again
 * @param cursor for the next request
 * @param people whose presence changed since the cursor, at any door
 * @param bundleVersion differs from the device's where the list should be downloaded again
 */
@Serdeable
public record SyncAnswer(
    Instant serverTime,
    List<Result> results,
    long ackSeq,
    List<Long> missingSeq,
    String cursor,
    List<Present> people,
    Counters counters,
    String bundleVersion) {

  public SyncAnswer {
    results = List.copyOf(results);
    missingSeq = List.copyOf(missingSeq);
    people = List.copyOf(people);
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
    FORBIDDEN_LIST
  }

  /**
   * @param at the entry by which the person became present
   * @param present false when she has left
   */
  @Serdeable
  public record Present(String handle, Instant at, String door, boolean present) {}
}
