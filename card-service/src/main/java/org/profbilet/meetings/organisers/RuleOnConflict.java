package org.profbilet.meetings.organisers;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
        rulings(row.kind()));
  }

  /** What may be ruled; presence follows COUNT and STRIKE. */
  private static List<Ruling> rulings(Kind kind) {
    return switch (kind) {
      case REVOKED_ADMITTED, SERVER_REFUSED_DEVICE_ADMITTED, QUARANTINED ->
          List.of(Ruling.COUNT, Ruling.STRIKE);
      case SERVER_ADMITTED_DEVICE_REFUSED -> List.of(Ruling.ACCEPT, Ruling.COUNT);
      case DOUBLE_ADMISSION, EXIT_WITHOUT_ENTRY, LATE_UPLOAD, CLOCK_UNTRUSTED, UNKNOWN_RESOLVED ->
          List.of(Ruling.ACCEPT, Ruling.STRIKE);
      case PERSON_MERGED, SEQ_GAP -> List.of(Ruling.ACCEPT);
    };
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
    ConflictRow row = conflicts.find(conflictId, meetingId).orElseThrow(NotYours::new);
    if (!rulings(row.kind()).contains(asked.ruling())) {
      return false;
    }
    List<CheckInList> together = together(lists, row.listId());
    UUID personId = row.personId();
    if (personId != null) {
      settle.hold(together, personId);
    }
    conflicts.markRuled(
        conflictId, asked.ruling().name(), accountId, clock.instant(), asked.note());
    if (personId != null) {
      settle.anew(together, personId);
    }
    audit.record(
        accountId,
        lists.get(0).organisationId(),
        "CONFLICT_RULED",
        conflictId,
        Map.of("kind", row.kind().name(), "ruling", asked.ruling().name()));
    return true;
  }

  private static List<CheckInList> together(List<CheckInList> lists, @Nullable UUID listId) {
    return lists.stream()
        .filter(list -> list.id().equals(listId))
        .findFirst()
        .map(list -> Settle.together(list, lists))
        .orElse(List.of());
  }
}
