package org.profbilet.meetings;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.audit.Audit;
import org.profbilet.contract.chair.ListChange;
import org.profbilet.contract.chair.NewList;
import org.profbilet.contract.scanner.DoorQuestion;
import org.profbilet.contract.scanner.EntryRules;
import org.profbilet.contract.scanner.ListKind;
import org.profbilet.contract.scanner.ListSettings;
import org.profbilet.contract.scanner.RepeatPolicy;

/** Adds lists to a meeting, changes and closes them, calls the meeting off. */
@Singleton
public class ChangeLists {

  private final OwnMeetings ownMeetings;
  private final MeetingRepository meetings;
  private final Lists lists;
  private final Audit audit;
  private final Clock clock;

  ChangeLists(
      OwnMeetings ownMeetings, MeetingRepository meetings, Lists lists, Audit audit, Clock clock) {
    this.ownMeetings = ownMeetings;
    this.meetings = meetings;
    this.lists = lists;
    this.audit = audit;
    this.clock = clock;
  }

  /** Why a list cannot be so. */
  public enum Reason {
    WINDOW_WRONG,
    /** Nobody is invited to this meeting: a list of people would be empty. */
    NOBODY_INVITED,
    /** A rule, an hour or a question that makes no sense. */
    SETTINGS_WRONG,
    IDEMPOTENCY_MISMATCH
  }

  /**
   * @param id the key of the request; the same request again changes nothing
   * @return why not, or nothing
   */
  @Transactional
  public Optional<Reason> add(UUID accountId, UUID meetingId, UUID id, NewList asked) {
    CheckInList first = ownMeetings.open(accountId, meetingId).get(0);
    ListSettings settings = asked.settings() == null ? ListSettings.NONE : asked.settings();
    Optional<Reason> refusal = check(asked.opensAt(), asked.closesAt(), settings);
    if (refusal.isPresent()) {
      return refusal;
    }
    if (asked.kind() == ListKind.INVITED && meetings.countExpected(meetingId, "") == 0) {
      return Optional.of(Reason.NOBODY_INVITED);
    }
    RepeatPolicy policy = asked.policy() == null ? RepeatPolicy.REENTRY : asked.policy();
    String hash = Hashes.sha256(meetingId + "|" + asked);
    int inserted =
        meetings.insertList(
            id,
            meetingId,
            first.organisationId(),
            asked.name().strip(),
            asked.kind().name(),
            policy.name(),
            asked.opensAt(),
            asked.closesAt(),
            asked.exclusiveGroup(),
            lists.text(settings),
            Hashes.random(),
            Hashes.random(),
            hash);
    if (inserted == 0) {
      boolean isSame = meetings.findListHash(id, meetingId).map(hash::equals).orElse(false);
      return isSame ? Optional.empty() : Optional.of(Reason.IDEMPOTENCY_MISMATCH);
    }
    audit.record(accountId, first.organisationId(), "MEETING_LIST_ADDED", id, Map.of());
    return Optional.empty();
  }

  /**
   * @return why not, or nothing
   */
  @Transactional
  public Optional<Reason> change(UUID accountId, UUID meetingId, UUID listId, ListChange asked) {
    CheckInList list = ownMeetings.open(accountId, meetingId, listId);
    ListSettings settings = asked.settings() == null ? ListSettings.NONE : asked.settings();
    Optional<Reason> refusal = check(asked.opensAt(), asked.closesAt(), settings);
    if (refusal.isPresent()) {
      return refusal;
    }
    meetings.markChanged(
        listId,
        asked.name(),
        asked.policy().name(),
        asked.opensAt(),
        asked.closesAt(),
        asked.exclusiveGroup(),
        lists.text(settings));
    audit.record(accountId, list.organisationId(), "MEETING_LIST_CHANGED", listId, Map.of());
    return Optional.empty();
  }

  /** Ends the registration; a closed list stays closed. */
  @Transactional
  public void close(UUID accountId, UUID meetingId, UUID listId) {
    CheckInList list = ownMeetings.open(accountId, meetingId, listId);
    if (meetings.markClosed(listId, clock.instant()) == 1) {
      audit.record(accountId, list.organisationId(), "MEETING_LIST_CLOSED", listId, Map.of());
    }
  }

  /** Calls a meeting off; its doors let nobody in from now on. */
  @Transactional
  public void cancel(UUID accountId, UUID meetingId) {
    CheckInList list = ownMeetings.open(accountId, meetingId).get(0);
    if (meetings.markCancelled(meetingId, clock.instant()) == 1) {
      audit.record(accountId, list.organisationId(), "MEETING_CANCELLED", meetingId, Map.of());
    }
  }

  private static Optional<Reason> check(Instant opensAt, Instant closesAt, ListSettings settings) {
    Duration length = Duration.between(opensAt, closesAt);
    if (length.isNegative() || length.isZero() || length.compareTo(CreateMeeting.LONGEST) > 0) {
      return Optional.of(Reason.WINDOW_WRONG);
    }
    return isSound(settings.rules()) && areDistinct(settings.questions()) && isSound(settings)
        ? Optional.empty()
        : Optional.of(Reason.SETTINGS_WRONG);
  }

  /** Commas stand between categories in queries. */
  private static boolean isSound(ListSettings settings) {
    return settings.categories().stream().noneMatch(category -> category.contains(","))
        && settings.shares().stream().noneMatch(one -> one.from().compareTo(one.to()) > 0);
  }

  private static boolean isSound(@Nullable EntryRules rules) {
    if (rules == null) {
      return true;
    }
    boolean isPair = (rules.since() == null) == (rules.entriesSince() == null);
    return isPair && (rules.since() == null || isMoment(rules.since()));
  }

  private static boolean isMoment(String since) {
    try {
      if (since.contains("T")) {
        OffsetDateTime.parse(since);
      } else {
        LocalTime.parse(since);
      }
      return true;
    } catch (DateTimeException notOne) {
      return false;
    }
  }

  private static boolean areDistinct(List<DoorQuestion> questions) {
    Set<String> ids = new HashSet<>();
    return questions.stream().allMatch(question -> ids.add(question.id()));
  }
}
