package org.profbilet.meetings.sittings;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.NotYours;
import org.profbilet.audit.Audit;
import org.profbilet.contract.chair.NewSnapshot;
import org.profbilet.contract.chair.NewSnapshot.Recount;
import org.profbilet.contract.chair.NewVote;
import org.profbilet.contract.chair.QuorumFigures;
import org.profbilet.contract.chair.QuorumFigures.Verdict;
import org.profbilet.meetings.Hashes;

/** Keeps the figures of a moment, and the votes that cite them. */
@Singleton
public class TakeSnapshot {

  private final OwnSittings ownSittings;
  private final CountPresence countPresence;
  private final SnapshotRepository snapshots;
  private final Audit audit;
  private final Clock clock;

  TakeSnapshot(
      OwnSittings ownSittings,
      CountPresence countPresence,
      SnapshotRepository snapshots,
      Audit audit,
      Clock clock) {
    this.ownSittings = ownSittings;
    this.countPresence = countPresence;
    this.snapshots = snapshots;
    this.audit = audit;
    this.clock = clock;
  }

  /** Why a snapshot or a vote cannot be kept. */
  public enum Reason {
    /** Nobody is entitled: there is nothing to count. */
    NOBODY_ENTITLED,
    /** More were counted than are entitled, or one person signed twice. */
    RECOUNT_WRONG,
    /** More ballots than were present. */
    TOO_MANY_BALLOTS,
    /** More votes than ballots. */
    VOTES_DO_NOT_ADD_UP,
    IDEMPOTENCY_MISMATCH
  }

  /**
   * @param id the key of the request; the same request again keeps nothing new
   * @return why not, or nothing
   * @throws NotYours where the sitting is of another organisation
   */
  @Transactional
  public Optional<Reason> take(
      UUID accountId, UUID meetingId, UUID sittingId, UUID id, NewSnapshot asked) {
    OwnSittings.Opened opened = ownSittings.lock(accountId, meetingId, sittingId);
    String hash = Hashes.sha256(sittingId + "|" + asked);
    Optional<SnapshotRow> known = snapshots.findById(id);
    if (known.isPresent()) {
      boolean isSame = known.get().requestHash().equals(hash);
      return isSame ? Optional.empty() : Optional.of(Reason.IDEMPOTENCY_MISMATCH);
    }
    Roll roll = countPresence.roll(opened.sitting(), opened.body());
    QuorumFigures figures = roll.figures();
    if (figures.verdict() == Verdict.NOBODY_ENTITLED) {
      return Optional.of(Reason.NOBODY_ENTITLED);
    }
    Recount recount = asked.recount();
    if (recount != null && !isSound(recount, figures)) {
      return Optional.of(Reason.RECOUNT_WRONG);
    }
    QuorumFigures kept = recount == null ? figures : byHand(roll, figures, recount.present());
    snapshots.save(row(accountId, opened.sitting(), id, asked, kept, roll.hash(), hash));
    audit.record(
        accountId,
        opened.sitting().organisationId(),
        "SNAPSHOT_TAKEN",
        id,
        Map.of("verdict", kept.verdict().name(), "confirmed", kept.confirmed()));
    return Optional.empty();
  }

  private static boolean isSound(Recount recount, QuorumFigures figures) {
    return recount.present() <= figures.base()
        && !recount.firstSigner().strip().equalsIgnoreCase(recount.secondSigner().strip());
  }

  /** What two people have counted is beyond dispute; who it was nobody wrote down. */
  private static QuorumFigures byHand(Roll roll, QuorumFigures scanned, int present) {
    boolean areOrganisationsEnough = scanned.organisationsNeeded() <= scanned.organisations();
    boolean isMet = roll.body().share().isMet(present, scanned.base()) && areOrganisationsEnough;
    return new QuorumFigures(
        scanned.base(),
        scanned.needed(),
        present,
        present,
        scanned.advisory(),
        scanned.organisations(),
        scanned.organisationsBase(),
        scanned.organisationsNeeded(),
        scanned.notMembers(),
        scanned.openConflicts(),
        isMet ? Verdict.MET : Verdict.NOT_MET);
  }

  private SnapshotRow row(
      UUID accountId,
      SittingRow sitting,
      UUID id,
      NewSnapshot asked,
      QuorumFigures figures,
      String listHash,
      String hash) {
    Recount recount = asked.recount();
    return new SnapshotRow(
        id,
        sitting.id(),
        sitting.organisationId(),
        snapshots.countOf(sitting.id()) + 1,
        clock.instant(),
        asked.reason().strip(),
        figures.base(),
        figures.needed(),
        figures.confirmed(),
        figures.possible(),
        figures.advisory(),
        figures.organisations(),
        figures.organisationsBase(),
        figures.organisationsNeeded(),
        figures.notMembers(),
        figures.openConflicts(),
        figures.verdict(),
        recount == null ? null : recount.firstSigner().strip(),
        recount == null ? null : recount.secondSigner().strip(),
        listHash,
        hash,
        accountId);
  }

  /**
   * @param id the key of the request; the same request again keeps nothing new
   * @return why not, or nothing
   * @throws NotYours where the sitting has no such snapshot
   */
  @Transactional
  public Optional<Reason> recordVote(
      UUID accountId, UUID meetingId, UUID sittingId, UUID id, NewVote asked) {
    SittingRow sitting = ownSittings.lock(accountId, meetingId, sittingId).sitting();
    SnapshotRow snapshot =
        snapshots
            .findById(asked.snapshotId())
            .filter(row -> row.sittingId().equals(sittingId))
            .orElseThrow(NotYours::new);
    String hash = Hashes.sha256(sittingId + "|" + asked);
    Optional<VoteRow> known = snapshots.findVote(id);
    if (known.isPresent()) {
      boolean isSame = known.get().requestHash().equals(hash);
      return isSame ? Optional.empty() : Optional.of(Reason.IDEMPOTENCY_MISMATCH);
    }
    Reason wrong = check(asked, snapshot);
    if (wrong != null) {
      return Optional.of(wrong);
    }
    snapshots.insertVote(
        id,
        snapshot.id(),
        sittingId,
        sitting.organisationId(),
        asked.question().strip(),
        asked.secret(),
        asked.issued(),
        asked.inFavour(),
        asked.against(),
        asked.abstained(),
        hash,
        accountId,
        clock.instant());
    audit.record(accountId, sitting.organisationId(), "VOTE_RECORDED", id, Map.of());
    return Optional.empty();
  }

  private static @Nullable Reason check(NewVote asked, SnapshotRow snapshot) {
    if (asked.issued() > snapshot.confirmed()) {
      return Reason.TOO_MANY_BALLOTS;
    }
    return asked.inFavour() + asked.against() + asked.abstained() > asked.issued()
        ? Reason.VOTES_DO_NOT_ADD_UP
        : null;
  }
}
