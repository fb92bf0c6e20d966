package org.profbilet.memberlists;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
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
import org.profbilet.memberlists.ApplyOutcome.Applied;
import org.profbilet.memberlists.ApplyOutcome.Reason;
import org.profbilet.memberlists.ApplyOutcome.Refused;
import org.profbilet.memberlists.form.ListedPerson;
import org.profbilet.members.KeepRegister;
import org.profbilet.members.KeepRegister.Newcomer;
import org.profbilet.members.KeepRegister.Revision;
import org.profbilet.members.Members;
import org.profbilet.members.RegisteredMember;

/** Does exactly what a plan says, in one transaction, or nothing. */
@Singleton
public class ApplyList {

  /** From here on the planner is told; below, its own rhythm is soon enough. */
  private static final int MANY = 500;

  private final RowScope rowScope;
  private final Members members;
  private final KeepRegister register;
  private final Contacts contacts;
  private final RecordPaperConsents recordPaperConsents;
  private final PlanStore plans;
  private final Audit audit;

  ApplyList(
      RowScope rowScope,
      Members members,
      KeepRegister register,
      Contacts contacts,
      RecordPaperConsents recordPaperConsents,
      PlanStore plans,
      Audit audit) {
    this.rowScope = rowScope;
    this.members = members;
    this.register = register;
    this.contacts = contacts;
    this.recordPaperConsents = recordPaperConsents;
    this.plans = plans;
    this.audit = audit;
  }

  /**
   * What the chair decided over the preview.
   *
   * @param onlyValid leave out what is held back instead of refusing the whole plan
   * @param samePerson rows of look-alikes that are the person of the register
   * @param otherPerson rows of look-alikes that are somebody new
   */
  public record Choice(boolean onlyValid, Set<Integer> samePerson, Set<Integer> otherPerson) {
    public Choice {
      samePerson = Set.copyOf(samePerson);
      otherPerson = Set.copyOf(otherPerson);
    }

    public static Choice everything() {
      return new Choice(false, Set.of(), Set.of());
    }

    public static Choice validOnly() {
      return new Choice(true, Set.of(), Set.of());
    }
  }

  /**
   * @throws NotYours where this primary has no such plan
   */
  @Transactional
  public ApplyOutcome apply(Acting acting, UUID planId, Choice choice) {
    UUID primaryId = acting.organisationId();
    rowScope.primary(primaryId);
    members.lock(primaryId);
    PlanRow plan = plans.find(planId, primaryId).orElseThrow(NotYours::new);
    PlanResult earlier = plans.resultOf(plan);
    if (earlier != null) {
      return new Applied(earlier);
    }
    if (!plan.registerVersion().equals(members.versionOf(primaryId))) {
      return new Refused(Reason.PLAN_OUTDATED);
    }
    List<PlannedRow> rows =
        plans.listRows(planId, null, 0, Integer.MAX_VALUE).stream()
            .map(row -> decided(row, choice))
            .toList();
    boolean held = rows.stream().anyMatch(row -> row.outcome().isHeldBack());
    if (held && !choice.onlyValid()) {
      return new Refused(Reason.PLAN_HAS_ERRORS);
    }
    PlanResult result = execute(acting, rows);
    plans.markApplied(acting, planId, result);
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

  private static PlannedRow decided(PlannedRow row, Choice choice) {
    if (row.outcome() != RowOutcome.SIMILAR) {
      return row;
    }
    if (choice.samePerson().contains(row.rowNumber())) {
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

  private PlanResult execute(Acting acting, List<PlannedRow> rows) {
    Map<UUID, RegisteredMember> known =
        members.list(acting.organisationId()).stream()
            .collect(Collectors.toMap(RegisteredMember::personId, Function.identity()));
    List<Newcomer> newcomers = new ArrayList<>();
    List<Revision> changed = new ArrayList<>();
    List<Revision> back = new ArrayList<>();
    List<NewContact> addresses = new ArrayList<>();
    List<Paper> papers = new ArrayList<>();
    int unchanged = 0;
    for (PlannedRow row : rows) {
      if (row.outcome().isHeldBack()) {
        continue;
      }
      ListedPerson person = Objects.requireNonNull(row.member());
      UUID personId = row.personId() == null ? UuidCreator.getTimeOrderedEpoch() : row.personId();
      RegisteredMember before = known.get(personId);
      if (before == null) {
        newcomers.add(new Newcomer(personId, person.toRecord()));
      } else if (row.outcome() == RowOutcome.UNCHANGED) {
        unchanged++;
      } else {
        Revision revision = new Revision(before, person.toRecord().filledFrom(before.member()));
        (before.isOnRecord() ? changed : back).add(revision);
      }
      addAddresses(addresses, personId, person);
      papers.addAll(Papers.of(personId, person.consents()));
    }
    register.register(acting, newcomers, null);
    register.change(acting, changed);
    register.bringBack(acting, back);
    contacts.record(acting.organisationId(), addresses);
    int recorded = recordPaperConsents.record(acting, papers).recorded();
    int held = (int) rows.stream().filter(row -> row.outcome().isHeldBack()).count();
    return new PlanResult(
        newcomers.size() + back.size(), changed.size(), unchanged, held, recorded);
  }

  static void addAddresses(List<NewContact> addresses, UUID personId, ListedPerson person) {
    if (person.phone() != null) {
      addresses.add(NewContact.of(personId, person.phone()));
    }
    if (person.email() != null) {
      addresses.add(NewContact.of(personId, person.email()));
    }
  }
}
