package org.profbilet.meetings.organisers;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.profbilet.access.NotYours;
import org.profbilet.audit.Audit;
import org.profbilet.contract.chair.MeetingConflicts;
import org.profbilet.contract.chair.MeetingConflicts.Kind;
import org.profbilet.contract.chair.MeetingConflicts.Line;
import org.profbilet.contract.chair.MeetingConflicts.Ruling;
import org.profbilet.contract.chair.NewRuling;
import org.profbilet.meetings.CheckInList;
import org.profbilet.meetings.OwnMeetings;
import org.profbilet.meetings.scans.ConflictRepository;
import org.profbilet.meetings.scans.ConflictRow;
import org.profbilet.meetings.scans.HolderRepository;
import org.profbilet.meetings.scans.Settle;
import org.profbilet.meetings.scans.ShortName;

/** Shows the registrar what does not fit together, and takes what she rules about it. */
@Singleton
public class RuleOnConflict {

  private static final List<Ruling> COUNT_OR_STRIKE = List.of(Ruling.COUNT, Ruling.STRIKE);
  private static final List<Ruling> ACCEPT_OR_STRIKE = List.of(Ruling.ACCEPT, Ruling.STRIKE);

  /** What may be ruled, kind by kind; presence follows COUNT and STRIKE. */
  private static final Map<Kind, List<Ruling>> RULINGS =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(Kind.DOUBLE_ADMISSION, ACCEPT_OR_STRIKE),
              Map.entry(Kind.REVOKED_ADMITTED, COUNT_OR_STRIKE),
              Map.entry(Kind.SERVER_REFUSED_DEVICE_ADMITTED, COUNT_OR_STRIKE),
              Map.entry(Kind.SERVER_ADMITTED_DEVICE_REFUSED, List.of(Ruling.ACCEPT, Ruling.COUNT)),
              Map.entry(Kind.EXIT_WITHOUT_ENTRY, ACCEPT_OR_STRIKE),
              Map.entry(Kind.LATE_UPLOAD, ACCEPT_OR_STRIKE),
              Map.entry(Kind.CLOCK_UNTRUSTED, ACCEPT_OR_STRIKE),
              Map.entry(Kind.UNKNOWN_RESOLVED, ACCEPT_OR_STRIKE),
              Map.entry(Kind.PERSON_MERGED, List.of(Ruling.ACCEPT)),
              Map.entry(Kind.SEQ_GAP, List.of(Ruling.ACCEPT)),
              Map.entry(Kind.QUARANTINED, COUNT_OR_STRIKE)));

  private final OwnMeetings ownMeetings;
  private final ConflictRepository conflicts;
  private final HolderRepository holders;
  private final Settle settle;
  private final Audit audit;
  private final Clock clock;

  RuleOnConflict(
      OwnMeetings ownMeetings,
      ConflictRepository conflicts,
      HolderRepository holders,
      Settle settle,
      Audit audit,
      Clock clock) {
    this.ownMeetings = ownMeetings;
    this.conflicts = conflicts;
    this.holders = holders;
    this.settle = settle;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Those that wait for a ruling first.
   *
   * @throws NotYours where the meeting is of another organisation
   */
  @Transactional
  public MeetingConflicts list(UUID accountId, UUID meetingId) {
    ownMeetings.open(accountId, meetingId);
    List<ConflictRow> rows = conflicts.listOf(meetingId);
    String people =
        rows.stream()
            .map(ConflictRow::personId)
            .filter(Objects::nonNull)
            .distinct()
            .map(UUID::toString)
            .collect(Collectors.joining(","));
    Map<UUID, String> names =
        holders.listNames(people).stream()
            .collect(Collectors.toMap(ShortName::personId, ShortName::shortName));
    return new MeetingConflicts(rows.stream().map(row -> line(row, names)).toList());
  }

  private static Line line(ConflictRow row, Map<UUID, String> names) {
    return new Line(
        row.id(),
        row.kind(),
        row.scanId(),
        row.door(),
        row.effectiveAt(),
        row.personId() == null ? null : names.get(row.personId()),
        row.missing(),
        row.openedAt(),
        row.ruling(),
        row.note(),
        RULINGS.get(row.kind()));
  }

  /**
   * The last ruling holds.
   *
   * @return false where such a ruling does not fit this kind
   * @throws NotYours where the meeting has no such conflict
   */
  @Transactional
  public boolean rule(UUID accountId, UUID meetingId, UUID conflictId, NewRuling asked) {
    List<CheckInList> lists = ownMeetings.open(accountId, meetingId);
    ConflictRow row = conflicts.lock(conflictId, meetingId).orElseThrow(NotYours::new);
    if (!RULINGS.get(row.kind()).contains(asked.ruling())) {
      return false;
    }
    conflicts.markRuled(
        conflictId, asked.ruling().name(), accountId, clock.instant(), asked.note());
    UUID personId = row.personId();
    if (personId != null) {
      lists.stream()
          .filter(list -> list.id().equals(row.listId()))
          .forEach(list -> settle.anew(Settle.together(list, lists), personId));
    }
    audit.record(
        accountId,
        lists.get(0).organisationId(),
        "CONFLICT_RULED",
        conflictId,
        Map.of("kind", row.kind().name(), "ruling", asked.ruling().name()));
    return true;
  }
}
