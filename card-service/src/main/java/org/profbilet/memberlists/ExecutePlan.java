package org.profbilet.memberlists;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.consents.RecordPaperConsents;
import org.profbilet.consents.RecordPaperConsents.Paper;
import org.profbilet.contacts.Contacts;
import org.profbilet.contacts.NewContact;
import org.profbilet.memberlists.AppliedRow.Deed;
import org.profbilet.memberlists.ApplyOutcome.Applied;
import org.profbilet.memberlists.ApplyOutcome.Reason;
import org.profbilet.memberlists.ApplyOutcome.Refused;
import org.profbilet.memberlists.form.ListedPerson;
import org.profbilet.members.KeepRegister;
import org.profbilet.members.KeepRegister.Newcomer;
import org.profbilet.members.KeepRegister.Revision;
import org.profbilet.members.Members;
import org.profbilet.members.RegisteredMember;

/** The one transaction of applying a plan. */
@Singleton
class ExecutePlan {

  /** From here on the planner is told; below, its own rhythm is soon enough. */
  private static final int MANY = 500;

  private final RowScope rowScope;
  private final Members members;
  private final KeepRegister register;
  private final Contacts contacts;
  private final RecordPaperConsents recordPaperConsents;
  private final PlanStore plans;
  private final UploadStore uploads;
  private final DeedStore deeds;
  private final ApplyProgress progress;
  private final Audit audit;

  ExecutePlan(
      RowScope rowScope,
      Members members,
      KeepRegister register,
      Contacts contacts,
      RecordPaperConsents recordPaperConsents,
      PlanStore plans,
      UploadStore uploads,
      DeedStore deeds,
      ApplyProgress progress,
      Audit audit) {
    this.rowScope = rowScope;
    this.members = members;
    this.register = register;
    this.contacts = contacts;
    this.recordPaperConsents = recordPaperConsents;
    this.plans = plans;
    this.uploads = uploads;
    this.deeds = deeds;
    this.progress = progress;
    this.audit = audit;
  }

  /**
   * @throws NotYours where this primary has no such plan
   */
  @Transactional
  ApplyOutcome execute(Acting acting, UUID planId, ApplyList.Choice choice) {
    UUID primaryId = acting.organisationId();
    rowScope.primary(primaryId);
    members.lock(primaryId);
    PlanRow plan = plans.find(planId, primaryId).orElseThrow(NotYours::new);
    PlanResult earlier = plans.resultOf(plan);
    if (earlier != null) {
      return new Applied(earlier);
    }
    if (!plan.registerVersion().equals(plans.versionOf(primaryId))) {
      return new Refused(Reason.PLAN_OUTDATED);
    }
    Set<UUID> same = new HashSet<>();
    List<PlannedRow> rows =
        plans.listRows(planId, null, 0, Integer.MAX_VALUE).stream()
            .map(row -> decided(row, choice, same))
            .toList();
    boolean held = rows.stream().anyMatch(row -> row.outcome().isHeldBack());
    if (held && !choice.onlyValid()) {
      return new Refused(Reason.PLAN_HAS_ERRORS);
    }
    PlanResult result = write(acting, planId, rows);
    plans.markApplied(acting, planId, result);
    uploads.delete(primaryId, plan.fileSha256());
    audit.record(
        acting.accountId(),
        primaryId,
        "LIST_APPLIED",
        planId,
        Map.of("added", result.added(), "changed", result.changed(), "held", result.heldBack()));
    if (result.added() >= MANY) {
      register.refreshStatistics();
    }
    return new Applied(result);
  }

  /**
   * @param same people whom an earlier row is said to be: two rows cannot be one person
   */
  private static PlannedRow decided(PlannedRow row, ApplyList.Choice choice, Set<UUID> same) {
    if (row.outcome() != RowOutcome.SIMILAR) {
      return row;
    }
    UUID personId = Objects.requireNonNull(row.personId());
    if (choice.samePerson().contains(row.rowNumber()) && same.add(personId)) {
      return with(row, RowOutcome.CHANGED, row.personId());
    }
    return choice.otherPerson().contains(row.rowNumber()) ? with(row, RowOutcome.NEW, null) : row;
  }

  private static PlannedRow with(PlannedRow row, RowOutcome outcome, @Nullable UUID personId) {
    return new PlannedRow(
        row.rowNumber(),
        outcome,
        row.title(),
        personId,
        row.member(),
        row.changes(),
        row.problems());
  }

  private PlanResult write(Acting acting, UUID planId, List<PlannedRow> rows) {
    progress.reached(planId, 10);
    Map<UUID, RegisteredMember> known =
        members.list(acting.organisationId()).stream()
            .collect(Collectors.toMap(RegisteredMember::personId, Function.identity()));
    Work work = new Work();
    rows.forEach(row -> work.add(row, known));
    progress.reached(planId, 25);
    register.register(acting, work.newcomers, null);
    register.change(acting, work.changed);
    register.bringBack(acting, work.back);
    progress.reached(planId, 55);
    contacts.record(acting.organisationId(), work.addresses);
    progress.reached(planId, 70);
    int recorded = recordPaperConsents.record(acting, planId, work.papers).recorded();
    progress.reached(planId, 90);
    deeds.insert(planId, acting.organisationId(), work.deeds);
    return work.result(recorded);
  }

  /** What a plan comes down to: a few large writes. */
  private static final class Work {
    final List<Newcomer> newcomers = new ArrayList<>();
    final List<Revision> changed = new ArrayList<>();
    final List<Revision> back = new ArrayList<>();
    final List<NewContact> addresses = new ArrayList<>();
    final List<Paper> papers = new ArrayList<>();
    final List<AppliedRow> deeds = new ArrayList<>();
    int unchanged;
    int held;

    void add(PlannedRow row, Map<UUID, RegisteredMember> known) {
      if (row.outcome().isHeldBack()) {
        held++;
        return;
      }
      if (row.outcome() == RowOutcome.UNCHANGED) {
        unchanged++;
        return;
      }
      ListedPerson person = Objects.requireNonNull(row.member());
      UUID personId = row.personId() == null ? UuidCreator.getTimeOrderedEpoch() : row.personId();
      List<NewContact> hers = NewAddresses.of(personId, person);
      List<UUID> addressIds = hers.stream().map(NewContact::id).toList();
      RegisteredMember before = row.personId() == null ? null : known.get(personId);
      if (before == null) {
        newcomers.add(new Newcomer(personId, person.toRecord()));
        deeds.add(AppliedRow.added(personId, person.toRecord(), addressIds));
      } else {
        Revision revision = new Revision(before, person.completedFrom(before.member()));
        Deed deed = before.isOnRecord() ? Deed.CHANGED : Deed.BROUGHT_BACK;
        (before.isOnRecord() ? changed : back).add(revision);
        deeds.add(AppliedRow.of(deed, before, revision.after(), addressIds));
      }
      addresses.addAll(hers);
      papers.addAll(Papers.of(personId, person.consents()));
    }

    PlanResult result(int consents) {
      return new PlanResult(
          newcomers.size() + back.size(), changed.size(), unchanged, held, consents);
    }
  }
}
