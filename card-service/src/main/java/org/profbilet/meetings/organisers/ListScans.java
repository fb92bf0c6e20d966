package org.profbilet.meetings.organisers;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.NotYours;
import org.profbilet.contract.chair.MeetingScans;
import org.profbilet.contract.chair.MeetingScans.Line;
import org.profbilet.meetings.OwnMeetings;
import org.profbilet.meetings.scans.HolderRepository;
import org.profbilet.meetings.scans.ScanLine;
import org.profbilet.meetings.scans.ScanRepository;
import org.profbilet.meetings.scans.ShortName;

/** Shows the organisers what was scanned, newest first. */
@Singleton
public class ListScans {

  private static final int MOST = 200;

  private final OwnMeetings ownMeetings;
  private final ScanRepository scans;
  private final HolderRepository holders;

  ListScans(OwnMeetings ownMeetings, ScanRepository scans, HolderRepository holders) {
    this.ownMeetings = ownMeetings;
    this.scans = scans;
    this.holders = holders;
  }

  /**
   * @param before the last scan of the page before
   * @throws NotYours where the meeting is of another organisation
   */
  @Transactional
  public MeetingScans list(UUID accountId, UUID meetingId, @Nullable UUID before, int limit) {
    ownMeetings.open(accountId, meetingId);
    int count = Math.max(1, Math.min(limit, MOST));
    List<ScanLine> rows = scans.listBefore(meetingId, before, count);
    Map<UUID, String> names = names(rows);
    List<Line> lines = rows.stream().map(row -> line(row, names)).toList();
    return new MeetingScans(lines, rows.size() < count ? null : rows.get(count - 1).id());
  }

  private Map<UUID, String> names(List<ScanLine> rows) {
    String people =
        rows.stream()
            .map(ScanLine::personId)
            .filter(Objects::nonNull)
            .distinct()
            .map(UUID::toString)
            .collect(Collectors.joining(","));
    return holders.listNames(people).stream()
        .collect(Collectors.toMap(ShortName::personId, ShortName::shortName));
  }

  private static Line line(ScanLine row, Map<UUID, String> names) {
    return new Line(
        row.id(),
        row.effectiveAt(),
        row.receivedAt(),
        row.door(),
        row.type(),
        row.origin(),
        row.outcome(),
        row.reason(),
        row.deviceOutcome(),
        row.personId() == null ? null : names.get(row.personId()),
        row.conflict(),
        row.isTakenBack(),
        row.operator());
  }
}
