package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the hall looks at: whether the bodies that sit may decide.
 *
 * @param at when it was counted
 */
@Serdeable
public record Sittings(String title, String zone, Instant at, List<Line> items) {

  public Sittings {
    items = List.copyOf(items);
  }

  /**
   * @param waiting phones that hold scans or were not heard of for minutes: the figure is a lower
   *     bound
   */
  @Serdeable
  public record Line(
      UUID id,
      UUID bodyId,
      UUID listId,
      String body,
      QuorumShare share,
      QuorumFigures figures,
      List<Delegation> delegations,
      List<Waiting> waiting,
      List<Snapshot> snapshots,
      List<Vote> votes,
      List<Paper> papers) {

    public Line {
      delegations = List.copyOf(delegations);
      waiting = List.copyOf(waiting);
      snapshots = List.copyOf(snapshots);
      votes = List.copyOf(votes);
      papers = List.copyOf(papers);
    }
  }

  /** Those with a deciding vote whom one organisation has sent. */
  @Serdeable
  public record Delegation(String organisation, int present, int base) {}

  /**
   * @param queueLength scans that it holds; absent where it never said
   */
  @Serdeable
  public record Waiting(
      String name, String door, Instant lastSeenAt, @Nullable Integer queueLength) {}

  /**
   * @param number counts the snapshots of the sitting from 1
   * @param signers who counted by hand; empty where scans were counted
   * @param listHash SHA-256 of who was present, in hex
   */
  @Serdeable
  public record Snapshot(
      UUID id,
      int number,
      Instant at,
      String reason,
      QuorumFigures figures,
      List<String> signers,
      String listHash) {

    public Snapshot {
      signers = List.copyOf(signers);
    }
  }

  /**
   * @param snapshot number of the snapshot that it cites
   */
  @Serdeable
  public record Vote(
      UUID id,
      int snapshot,
      String question,
      boolean secret,
      int issued,
      int inFavour,
      int against,
      int abstained) {}

  /**
   * @param hash SHA-256 of the words, in hex; printed on the paper
   */
  @Serdeable
  public record Paper(
      UUID id, NewSittingPaper.Kind kind, int version, Instant madeAt, String hash) {}
}
