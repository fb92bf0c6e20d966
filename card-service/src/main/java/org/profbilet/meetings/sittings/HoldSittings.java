package org.profbilet.meetings.sittings;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.NotYours;
import org.profbilet.audit.Audit;
import org.profbilet.contract.chair.NewList;
import org.profbilet.contract.chair.NewSitting;
import org.profbilet.contract.chair.QuorumBase;
import org.profbilet.contract.chair.Sittings;
import org.profbilet.contract.scanner.ListKind;
import org.profbilet.contract.scanner.ListSettings;
import org.profbilet.meetings.ChangeLists;
import org.profbilet.meetings.CheckInList;
import org.profbilet.meetings.Hashes;
import org.profbilet.meetings.MeetingRepository;
import org.profbilet.meetings.OwnMeetings;
import org.profbilet.meetings.quorum.BodyRepository;
import org.profbilet.meetings.quorum.BodyRow;
import org.profbilet.meetings.quorum.MandateCommission;

/** Lets a body sit at a meeting, and shows what the hall looks at. */
@Singleton
public class HoldSittings {

  /** Of a list. */
  private static final int LONGEST_NAME = 100;

  private final OwnMeetings ownMeetings;
  private final MeetingRepository meetings;
  private final ChangeLists changeLists;
  private final BodyRepository bodies;
  private final MandateCommission commission;
  private final SittingRepository sittings;
  private final SnapshotRepository snapshots;
  private final PaperRepository papers;
  private final CountPresence countPresence;
  private final Audit audit;
  private final Clock clock;

  HoldSittings(
      OwnMeetings ownMeetings,
      MeetingRepository meetings,
      ChangeLists changeLists,
      BodyRepository bodies,
      MandateCommission commission,
      SittingRepository sittings,
      SnapshotRepository snapshots,
      PaperRepository papers,
      CountPresence countPresence,
      Audit audit,
      Clock clock) {
    this.ownMeetings = ownMeetings;
    this.meetings = meetings;
    this.changeLists = changeLists;
    this.bodies = bodies;
    this.commission = commission;
    this.sittings = sittings;
    this.snapshots = snapshots;
    this.papers = papers;
    this.countPresence = countPresence;
    this.audit = audit;
    this.clock = clock;
  }

  /** Why a body cannot sit so. */
  public enum Reason {
    /** The body sits at this meeting already. */
    ALREADY_SITS,
    /** Nobody was sent to it: its list would be empty. */
    NOBODY_ENTITLED,
    /** Those present and those afar need two lists. */
    LIST_WRONG,
    IDEMPOTENCY_MISMATCH
  }

  /**
   * @param id the key of the request; the same request again changes nothing
   * @return why not, or nothing
   * @throws NotYours where the meeting, the body or a list is of somebody else
   */
  @Transactional
  public Optional<Reason> add(UUID accountId, UUID meetingId, UUID id, NewSitting asked) {
    List<CheckInList> lists = ownMeetings.open(accountId, meetingId);
    CheckInList first = lists.get(0);
    BodyRow body =
        bodies
            .findById(asked.bodyId())
            .filter(row -> row.organisationId().equals(first.organisationId()))
            .orElseThrow(NotYours::new);
    requireOwn(lists, asked.listId());
    requireOwn(lists, asked.remoteListId());
    if (bodies.lock(body.id()).isEmpty()) {
      throw new NotYours();
    }
    String hash = Hashes.sha256(meetingId + "|" + asked);
    Optional<SittingRow> known = sittings.findById(id);
    if (known.isPresent()) {
      boolean isSame = known.get().requestHash().equals(hash);
      return isSame ? Optional.empty() : Optional.of(Reason.IDEMPOTENCY_MISMATCH);
    }
    UUID listId = asked.listId() == null ? listOf(id) : asked.listId();
    if (listId.equals(asked.remoteListId())) {
      return Optional.of(Reason.LIST_WRONG);
    }
    if (sittings.listOf(meetingId).stream().anyMatch(row -> row.bodyId().equals(body.id()))) {
      return Optional.of(Reason.ALREADY_SITS);
    }
    return sit(accountId, first, body, asked, row(accountId, first, body, id, listId, asked, hash));
  }

  private Optional<Reason> sit(
      UUID accountId, CheckInList meeting, BodyRow body, NewSitting asked, SittingRow row) {
    boolean isOnRecord = body.base() == QuorumBase.ON_RECORD;
    if (asked.listId() == null && !isOnRecord && !commission.hasMandates(body)) {
      return Optional.of(Reason.NOBODY_ENTITLED);
    }
    sittings.save(row);
    commission.tellDoors(body);
    if (asked.listId() == null) {
      makeList(accountId, meeting, body, row);
    }
    audit.record(accountId, meeting.organisationId(), "SITTING_ADDED", row.id(), Map.of());
    return Optional.empty();
  }

  /** A list of the body's own, open as long as the meeting; only its mandates come in by it. */
  private void makeList(UUID accountId, CheckInList meeting, BodyRow body, SittingRow row) {
    boolean isOnRecord = body.base() == QuorumBase.ON_RECORD;
    ListSettings mandatesOnly =
        new ListSettings(List.of(MandateCommission.CATEGORY), null, null, null, null, null, false);
    NewList list =
        new NewList(
            body.name().substring(0, Math.min(body.name().length(), LONGEST_NAME)),
            isOnRecord ? ListKind.OPEN : ListKind.INVITED,
            meeting.opensAt(),
            meeting.closesAt(),
            null,
            null,
            isOnRecord ? null : mandatesOnly);
    changeLists
        .add(accountId, meeting.meetingId(), row.listId(), list)
        .ifPresent(
            reason -> {
              throw new IllegalStateException("the list of a body is " + reason);
            });
  }

  private SittingRow row(
      UUID accountId,
      CheckInList meeting,
      BodyRow body,
      UUID id,
      UUID listId,
      NewSitting asked,
      String hash) {
    LocalDate day = asked.recordOn() == null ? meeting.dayOf(meeting.opensAt()) : asked.recordOn();
    return new SittingRow(
        id,
        meeting.meetingId(),
        meeting.organisationId(),
        body.id(),
        listId,
        asked.remoteListId(),
        day,
        body.base() == QuorumBase.ON_RECORD
            ? sittings.countOnRecord(body.organisationId(), day)
            : null,
        hash,
        accountId,
        clock.instant());
  }

  private static UUID listOf(UUID sittingId) {
    return UUID.nameUUIDFromBytes(("list of " + sittingId).getBytes(StandardCharsets.UTF_8));
  }

  private static void requireOwn(List<CheckInList> lists, @Nullable UUID listId) {
    if (listId != null && lists.stream().noneMatch(list -> list.id().equals(listId))) {
      throw new NotYours();
    }
  }

  /**
   * What the hall looks at.
   *
   * @throws NotYours where the meeting is of another organisation
   */
  @Transactional
  public Sittings show(UUID accountId, UUID meetingId) {
    CheckInList first = ownMeetings.open(accountId, meetingId).get(0);
    return new Sittings(
        meetings.findTitle(meetingId).orElseThrow(),
        first.zone(),
        clock.instant(),
        sittings.listOf(meetingId).stream().map(this::line).toList());
  }

  private Sittings.Line line(SittingRow sitting) {
    BodyRow body = bodies.findById(sitting.bodyId()).orElseThrow();
    Roll roll = countPresence.roll(sitting, body);
    return new Sittings.Line(
        sitting.id(),
        body.id(),
        sitting.listId(),
        body.name(),
        body.share(),
        roll.figures(),
        roll.delegations(),
        countPresence.waiting(sitting),
        snapshots.listOf(sitting.id()).stream().map(SnapshotRow::shown).toList(),
        snapshots.listVotes(sitting.id()).stream().map(VoteRow::shown).toList(),
        papers.listOf(sitting.id()).stream().map(PaperRow::shown).toList());
  }
}
