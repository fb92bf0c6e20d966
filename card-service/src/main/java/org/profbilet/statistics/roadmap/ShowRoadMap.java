package org.profbilet.statistics.roadmap;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.profbilet.organisations.Level;
import org.profbilet.organisations.OfficeScope;
import org.profbilet.organisations.Organisation;
import org.profbilet.organisations.Organisations;
import org.profbilet.organisations.Status;
import org.profbilet.statistics.roadmap.RoadMap.StepState;

/**
 * Shows how far primaries and territories are. A primary is counted when it asks; a territory of up
 * to 3,000 primaries when its counts are older than ten minutes; the whole Union at night.
 */
@Singleton
public class ShowRoadMap {

  private static final ZoneId UNION_DAY = ZoneId.of("Europe/Moscow");
  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final int MOST_COUNTED_AT_ONCE = 3_000;
  private static final int MOST_OVERDUE = 500;

  private final OfficeScope scope;
  private final RoadMapRepository repository;
  private final Organisations organisations;
  private final Clock clock;

  ShowRoadMap(
      OfficeScope scope, RoadMapRepository repository, Organisations organisations, Clock clock) {
    this.scope = scope;
    this.repository = repository;
    this.organisations = organisations;
    this.clock = clock;
  }

  /** The seven steps of a primary that works; none of another organisation. */
  @Transactional
  public Optional<RoadMap> find(UUID primaryId) {
    Organisation primary = organisations.get(primaryId);
    boolean isWorking = primary.status() == Status.ACTIVE || primary.status() == Status.LIQUIDATING;
    if (primary.level() != Level.PRIMARY || !isWorking) {
      return Optional.empty();
    }
    repository.recount(primaryId, clock.instant(), today());
    return repository.find(primaryId).map(counts -> roadOf(primary, counts));
  }

  /** One line for each organisation directly below, in the order of the register. */
  @Transactional
  public List<Territory> listTerritories(UUID officeId) {
    refresh(officeId);
    return repository.listTerritories(officeId).stream()
        .map(row -> Territory.of(row, today()))
        .toList();
  }

  /** The 500 latest primaries within an office, each with the steps it is late with. */
  @Transactional
  public List<Overdue> listOverdue(UUID officeId) {
    refresh(officeId);
    scope.office(officeId);
    return repository.listOverdue(officeId, today(), MOST_OVERDUE);
  }

  /** Days in force for an office: its own, or of the nearest one above. */
  public List<DueDate> listDueDates(UUID officeId) {
    return repository.listDueDates(officeId);
  }

  private void refresh(UUID officeId) {
    Instant now = clock.instant();
    int outdated = repository.countOutdated(officeId, now.minus(FRESH));
    if (outdated > 0 && outdated <= MOST_COUNTED_AT_ONCE) {
      repository.recount(officeId, now, today());
    }
  }

  private RoadMap roadOf(Organisation primary, PrimaryCounts counts) {
    Map<Integer, LocalDate> dueDates =
        repository.listDueDates(primary.id()).stream()
            .collect(Collectors.toMap(DueDate::step, DueDate::dueOn));
    int declared = zeroIfNull(counts.declared());
    Word word =
        Word.of(
            1,
            counts.isEntered() ? 1 : 0,
            counts.entered(),
            counts.declared() == null ? 0 : counts.entered(),
            declared);
    List<StepState> steps =
        List.of(
            state(Step.ACCESS, counts.hasAccess(), counts.logins(), null, dueDates, primary),
            state(Step.TRAINING, counts.isTrained(), 0, null, dueDates, primary),
            state(
                Step.PASSPORT,
                counts.hasPassport(),
                counts.missingFields(),
                null,
                dueDates,
                primary),
            state(
                Step.MEMBERS,
                counts.isEntered(),
                counts.entered(),
                counts.declared(),
                dueDates,
                primary),
            state(
                Step.CONSENTS,
                counts.isDecided(),
                counts.decided(),
                counts.entered(),
                dueDates,
                primary),
            state(
                Step.ORDERS,
                counts.isOrdered(),
                counts.ordered(),
                counts.consented(),
                dueDates,
                primary),
            state(
                Step.ISSUE,
                counts.isIssued(),
                counts.issued(),
                counts.ordered(),
                dueDates,
                primary));
    return new RoadMap(counts.countedAt(), word, counts.lastMovementOn(), steps);
  }

  private StepState state(
      Step step,
      boolean isDone,
      int count,
      @Nullable Integer of,
      Map<Integer, LocalDate> dueDates,
      Organisation primary) {
    LocalDate dueOn = dueDates.get(step.number());
    boolean isOverdue =
        !isDone
            && primary.status() != Status.LIQUIDATING
            && dueOn != null
            && dueOn.isBefore(today());
    return new StepState(step, isDone, count, of, dueOn, isOverdue);
  }

  private static int zeroIfNull(@Nullable Integer number) {
    return number == null ? 0 : number;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), UNION_DAY);
  }
}
