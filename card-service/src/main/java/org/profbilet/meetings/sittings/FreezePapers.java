package org.profbilet.meetings.sittings;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.access.NotYours;
import org.profbilet.audit.Audit;
import org.profbilet.contract.chair.NewSittingPaper;
import org.profbilet.meetings.Hashes;
import org.profbilet.meetings.MeetingRepository;
import org.profbilet.meetings.Phrases;
import org.profbilet.meetings.quorum.MandateCommission;
import org.profbilet.meetings.scans.ConflictRepository;
import org.profbilet.printing.PdfPrinter;
import org.profbilet.printing.Template;

/**
 * Freezes the report of the mandate commission and the protocol. What is delivered later makes the
 * next version; a version that was signed stays as it is.
 */
@Singleton
public class FreezePapers {

  private static final Template FRAME = Template.named("sitting-paper.html");

  private final OwnSittings ownSittings;
  private final MeetingRepository meetings;
  private final CountPresence countPresence;
  private final SnapshotRepository snapshots;
  private final MandateCommission commission;
  private final ConflictRepository conflicts;
  private final PaperRepository papers;
  private final PdfPrinter printer;
  private final Audit audit;
  private final Clock clock;

  FreezePapers(
      OwnSittings ownSittings,
      MeetingRepository meetings,
      CountPresence countPresence,
      SnapshotRepository snapshots,
      MandateCommission commission,
      ConflictRepository conflicts,
      PaperRepository papers,
      PdfPrinter printer,
      Audit audit,
      Clock clock) {
    this.ownSittings = ownSittings;
    this.meetings = meetings;
    this.countPresence = countPresence;
    this.snapshots = snapshots;
    this.commission = commission;
    this.conflicts = conflicts;
    this.papers = papers;
    this.printer = printer;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param id the key of the request; the same request again finds the version that it made
   * @return false where the id was used for another paper
   * @throws NotYours where the sitting is of another organisation
   */
  @Transactional
  public boolean freeze(
      UUID accountId, UUID meetingId, UUID sittingId, UUID id, NewSittingPaper asked) {
    OwnSittings.Opened opened = ownSittings.lock(accountId, meetingId, sittingId);
    String hash = Hashes.sha256(sittingId + "|" + asked);
    Optional<PaperRow> known = papers.findById(id);
    if (known.isPresent()) {
      return known.get().requestHash().equals(hash);
    }
    int version =
        1
            + (int)
                papers.listOf(sittingId).stream().filter(row -> row.kind() == asked.kind()).count();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    String words = words(opened, now, version, asked.signers()).of(asked.kind());
    papers.save(
        new PaperRow(
            id,
            sittingId,
            opened.sitting().organisationId(),
            asked.kind(),
            version,
            now,
            accountId,
            words,
            Hashes.sha256(words),
            hash));
    audit.record(
        accountId,
        opened.sitting().organisationId(),
        "PAPER_FROZEN",
        id,
        Map.of("kind", asked.kind().name(), "version", version));
    return true;
  }

  private PaperWords words(
      OwnSittings.Opened opened, Instant now, int version, List<String> signers) {
    SittingRow sitting = opened.sitting();
    return new PaperWords(
        meetings.findTitle(sitting.meetingId()).orElseThrow(),
        ZoneId.of(opened.meeting().zone()),
        now,
        version,
        countPresence.roll(sitting, opened.body()),
        snapshots.listOf(sitting.id()).stream().map(SnapshotRow::shown).toList(),
        snapshots.listVotes(sitting.id()).stream().map(VoteRow::shown).toList(),
        commission.listActs(opened.body()),
        conflicts.listOf(sitting.meetingId()),
        signers);
  }

  /**
   * @return a PDF of the words that were frozen
   * @throws NotYours where the sitting has no such paper
   */
  @Transactional
  public byte[] print(UUID accountId, UUID meetingId, UUID sittingId, UUID paperId) {
    ownSittings.open(accountId, meetingId, sittingId);
    PaperRow paper =
        papers
            .findById(paperId)
            .filter(row -> row.sittingId().equals(sittingId))
            .orElseThrow(NotYours::new);
    return printer.print(
        FRAME.fill(
            Map.of(
                "title", Phrases.of("kind." + paper.kind()),
                "words", paper.words(),
                "hash", paper.hash())));
  }
}
