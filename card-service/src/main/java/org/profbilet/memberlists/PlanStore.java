package org.profbilet.memberlists;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Acting;
import org.profbilet.memberlists.form.ListedPerson;
import org.profbilet.memberlists.form.MemberList;
import org.profbilet.memberlists.form.RowProblem;
import org.profbilet.members.FieldChange;
import org.profbilet.members.Members;

/** Keeps plans and their rows. */
@Singleton
class PlanStore {

  private final PlanRepository repository;
  private final Members members;
  private final ApplyProgress progress;
  private final ObjectMapper json;
  private final Clock clock;

  PlanStore(
      PlanRepository repository,
      Members members,
      ApplyProgress progress,
      ObjectMapper json,
      Clock clock) {
    this.repository = repository;
    this.members = members;
    this.progress = progress;
    this.json = json;
    this.clock = clock;
  }

  /** A plan before it is kept. */
  record Draft(
      UUID id,
      String fileSha256,
      String registerVersion,
      MemberList list,
      int missing,
      List<PlannedRow> rows) {}

  /**
   * @return false where the key was used before
   */
  boolean insert(Acting acting, Draft draft) {
    int inserted =
        repository.insert(
            draft.id(),
            acting.organisationId(),
            acting.accountId(),
            clock.instant(),
            draft.fileSha256(),
            draft.list().format().name(),
            draft.registerVersion(),
            draft.rows().size(),
            draft.missing(),
            draft.list().statedTotal(),
            String.join("\n", draft.list().ignoredColumns()),
            SameList.hash(draft.list()));
    if (inserted == 1) {
      repository.insertRows(draft.id(), acting.organisationId(), write(draft.rows()));
    }
    return inserted == 1;
  }

  Optional<PlanRow> find(UUID id, UUID primaryId) {
    return repository.find(id, primaryId);
  }

  Plan get(UUID id, UUID primaryId) {
    PlanRow plan = find(id, primaryId).orElseThrow();
    Map<RowOutcome, Integer> counts = new EnumMap<>(RowOutcome.class);
    int warnings = 0;
    for (OutcomeCount count : repository.countOutcomes(id)) {
      counts.put(count.outcome(), count.rows());
      warnings += count.warned();
    }
    return new Plan(
        id,
        plan.createdAt(),
        plan.fileFormat(),
        plan.rowCount(),
        counts,
        warnings,
        plan.missingCount(),
        plan.statedTotal(),
        Arrays.stream(plan.ignoredColumns().split("\n")).filter(name -> !name.isEmpty()).toList(),
        repository.findApplied(primaryId, plan.fileSha256(), plan.contentSha256(), id).orElse(null),
        progress.of(id),
        resultOf(plan),
        plan.appliedAt(),
        undoUntil(plan),
        undoOf(plan));
  }

  /** The newest plans: applied ones, and those that may still be. */
  List<Plan> listNewest(UUID primaryId, int limit) {
    Instant since = clock.instant().minus(UndoList.TIME_TO_UNDO);
    return repository.listNewest(primaryId, since, limit).stream()
        .map(id -> get(id, primaryId))
        .toList();
  }

  /**
   * Two equal versions mean that nobody changed the register in between. Undoing takes rows away,
   * so it counts too.
   */
  String versionOf(UUID primaryId) {
    return members.versionOf(primaryId) + "." + repository.countUndone(primaryId);
  }

  private @Nullable Instant undoUntil(PlanRow plan) {
    Instant applied = plan.appliedAt();
    Instant until = applied == null ? null : applied.plus(UndoList.TIME_TO_UNDO);
    boolean isOpen = until != null && plan.undoneAt() == null && until.isAfter(clock.instant());
    return isOpen ? until : null;
  }

  @Nullable UndoResult undoOf(PlanRow plan) {
    String result = plan.undoneResult();
    return result == null ? null : read(result, Argument.of(UndoResult.class));
  }

  @Nullable PlanResult resultOf(PlanRow plan) {
    String result = plan.appliedResult();
    return result == null ? null : read(result, Argument.of(PlanResult.class));
  }

  List<PlannedRow> listRows(UUID planId, @Nullable RowOutcome outcome, int after, int limit) {
    String name = outcome == null ? null : outcome.name();
    return repository.listRows(planId, name, after, limit).stream().map(this::row).toList();
  }

  int countSince(UUID primaryId, Instant since) {
    return repository.countSince(primaryId, since);
  }

  void markApplied(Acting acting, UUID planId, PlanResult result) {
    int marked =
        repository.markApplied(
            planId, acting.organisationId(), acting.accountId(), clock.instant(), write(result));
    if (marked != 1) {
      throw new IllegalStateException("the plan was applied in between");
    }
  }

  void markUndone(Acting acting, UUID planId, UndoResult result) {
    int marked =
        repository.markUndone(
            planId, acting.organisationId(), acting.accountId(), clock.instant(), write(result));
    if (marked != 1) {
      throw new IllegalStateException("the plan was undone in between");
    }
  }

  private PlannedRow row(StoredRow row) {
    String member = row.member();
    return new PlannedRow(
        row.rowNumber(),
        RowOutcome.valueOf(row.outcome()),
        row.title(),
        row.personId(),
        member == null ? null : read(member, Argument.of(ListedPerson.class)),
        read(row.changes(), Argument.listOf(FieldChange.class)),
        read(row.problems(), Argument.listOf(RowProblem.class)));
  }

  private <T> T read(String text, Argument<T> type) {
    try {
      return Objects.requireNonNull(json.readValue(text, type));
    } catch (IOException e) {
      throw new UncheckedIOException(new IOException("a stored plan does not parse"));
    }
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
