package org.profbilet.meetings;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.access.Access;
import org.profbilet.access.Right;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.contract.chair.NewMeeting;
import org.profbilet.contract.scanner.ListKind;
import org.profbilet.contract.scanner.RepeatPolicy;
import org.profbilet.meetings.CreateMeetingOutcome.Created;
import org.profbilet.meetings.CreateMeetingOutcome.Reason;
import org.profbilet.meetings.CreateMeetingOutcome.Refused;
import org.profbilet.organisations.Organisations;

/** Calls a meeting, open to every member or for people of the own organisation. */
@Singleton
public class CreateMeeting {

  /** A congress with its committees lasts days, never months: a right at a door must end. */
  static final Duration LONGEST = Duration.ofDays(31);

  private final Access access;
  private final RowScope scope;
  private final MeetingRepository meetings;
  private final Organisations organisations;
  private final Audit audit;
  private final Clock clock;

  CreateMeeting(
      Access access,
      RowScope scope,
      MeetingRepository meetings,
      Organisations organisations,
      Audit audit,
      Clock clock) {
    this.access = access;
    this.scope = scope;
    this.meetings = meetings;
    this.organisations = organisations;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param id the key of the request; the same request again finds the meeting that it made
   */
  @Transactional
  public CreateMeetingOutcome create(
      UUID accountId, UUID organisationId, UUID id, NewMeeting asked) {
    access.allow(accountId, organisationId, Right.HOLD_MEETINGS);
    scope.primary(organisationId);
    List<UUID> invited = asked.invited().stream().distinct().sorted().toList();
    Optional<Reason> refusal = check(asked, organisationId, invited);
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    String zone = zoneOf(asked, organisationId);
    String hash = Hashes.sha256(organisationId + "|" + asked + "|" + invited);
    int inserted =
        meetings.insert(
            id, organisationId, asked.title().strip(), zone, hash, accountId, clock.instant());
    if (inserted == 0) {
      boolean isSame = meetings.findRequestHash(id).map(hash::equals).orElse(false);
      return isSame ? new Created(id) : new Refused(Reason.IDEMPOTENCY_MISMATCH);
    }
    insertList(id, organisationId, asked, invited);
    audit.record(
        accountId,
        organisationId,
        "MEETING_CREATED",
        id,
        Map.of("kind", asked.kind().name(), "invited", invited.size()));
    return new Created(id);
  }

  private Optional<Reason> check(NewMeeting asked, UUID organisationId, List<UUID> invited) {
    if (!asked.closesAt().isAfter(asked.opensAt())) {
      return Optional.of(Reason.WINDOW_EMPTY);
    }
    if (asked.closesAt().isAfter(asked.opensAt().plus(LONGEST))) {
      return Optional.of(Reason.WINDOW_TOO_LONG);
    }
    if (!isZone(zoneOf(asked, organisationId))) {
      return Optional.of(Reason.ZONE_UNKNOWN);
    }
    if (asked.kind() == ListKind.OPEN) {
      return invited.isEmpty() ? Optional.empty() : Optional.of(Reason.LIST_NOT_EXPECTED);
    }
    if (invited.isEmpty()) {
      return Optional.of(Reason.NOBODY_INVITED);
    }
    return meetings.countOwn(organisationId, invited) == invited.size()
        ? Optional.empty()
        : Optional.of(Reason.INVITED_NOT_YOURS);
  }

  private void insertList(UUID id, UUID organisationId, NewMeeting asked, List<UUID> invited) {
    RepeatPolicy policy = asked.policy() == null ? RepeatPolicy.REENTRY : asked.policy();
    meetings.insertList(
        UuidCreator.getTimeOrderedEpoch(),
        id,
        organisationId,
        null,
        asked.kind().name(),
        policy.name(),
        asked.opensAt(),
        asked.closesAt(),
        null,
        "{}",
        Hashes.random(),
        Hashes.random(),
        "");
    if (!invited.isEmpty()) {
      meetings.insertEntries(id, organisationId, invited);
    }
  }

  private String zoneOf(NewMeeting asked, UUID organisationId) {
    return asked.zone() == null ? organisations.get(organisationId).zone() : asked.zone();
  }

  private static boolean isZone(String zone) {
    try {
      ZoneId.of(zone);
      return zone.contains("/") || zone.equals("UTC");
    } catch (DateTimeException e) {
      return false;
    }
  }
}
