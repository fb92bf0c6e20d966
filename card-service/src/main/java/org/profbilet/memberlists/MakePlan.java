package org.profbilet.memberlists;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.profbilet.access.Acting;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.contacts.Contacts;
import org.profbilet.memberlists.PreviewOutcome.Planned;
import org.profbilet.memberlists.PreviewOutcome.Reason;
import org.profbilet.memberlists.PreviewOutcome.Refused;
import org.profbilet.memberlists.form.ListedPerson;
import org.profbilet.memberlists.form.ListedRow;
import org.profbilet.memberlists.form.MemberList;
import org.profbilet.members.Members;
import org.profbilet.organisations.Organisations;

/** Compares a list with the register and keeps the result as a plan. */
@Singleton
class MakePlan {

  /** A list asks other primaries' registers: nobody may ask them all night long. */
  private static final int MOST_LISTS_AN_HOUR = 30;

  private final RowScope rowScope;
  private final Organisations organisations;
  private final Members members;
  private final Contacts contacts;
  private final Papers papers;
  private final PlanStore plans;
  private final Audit audit;
  private final Clock clock;

  MakePlan(
      RowScope rowScope,
      Organisations organisations,
      Members members,
      Contacts contacts,
      Papers papers,
      PlanStore plans,
      Audit audit,
      Clock clock) {
    this.rowScope = rowScope;
    this.organisations = organisations;
    this.members = members;
    this.contacts = contacts;
    this.papers = papers;
    this.plans = plans;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public PreviewOutcome make(Acting acting, UUID key, String fileSha256, MemberList list) {
    UUID primaryId = acting.organisationId();
    rowScope.primary(primaryId);
    Optional<PlanRow> earlier = plans.find(key, primaryId);
    if (earlier.isPresent()) {
      return again(earlier.get(), primaryId, fileSha256);
    }
    String own = organisations.get(primaryId).inpo();
    if (!list.inpo().isEmpty() && !list.inpo().equals(own)) {
      return new Refused(Reason.LIST_OF_ANOTHER_ORGANISATION);
    }
    if (plans.countSince(primaryId, clock.instant().minus(Duration.ofHours(1)))
        >= MOST_LISTS_AN_HOUR) {
      return new Refused(Reason.TOO_MANY_LISTS);
    }
    return write(acting, key, fileSha256, list);
  }

  private PreviewOutcome write(Acting acting, UUID key, String fileSha256, MemberList list) {
    UUID primaryId = acting.organisationId();
    // taken before anything is read: a change in between makes the plan outdated, never wrong
    String version = members.versionOf(primaryId);
    Comparison comparison = comparison(acting);
    List<PlannedRow> rows = markElsewhere(primaryId, comparison.compare(list.rows()));
    PlanStore.Draft draft =
        new PlanStore.Draft(key, fileSha256, version, list, comparison.missing(), rows);
    if (!plans.insert(acting, draft)) {
      return plans
          .find(key, primaryId)
          .map(plan -> again(plan, primaryId, fileSha256))
          .orElseGet(() -> new Refused(Reason.KEY_OF_ANOTHER_REQUEST));
    }
    audit.record(acting.accountId(), primaryId, "LIST_PREVIEWED", key, Map.of("rows", rows.size()));
    return new Planned(plans.get(key, primaryId));
  }

  /** Compares one row that was not in any file. */
  PlannedRow compareOne(Acting acting, ListedRow row) {
    List<PlannedRow> rows = comparison(acting).compare(List.of(row));
    return markElsewhere(acting.organisationId(), rows).get(0);
  }

  private Comparison comparison(Acting acting) {
    UUID primaryId = acting.organisationId();
    Map<String, Boolean> texts = new HashMap<>();
    return new Comparison(
        members.list(primaryId),
        contacts.list(primaryId),
        papers.known(acting),
        (purpose, day) -> papers.hasText(purpose, day, texts));
  }

  private PreviewOutcome again(PlanRow plan, UUID primaryId, String fileSha256) {
    return plan.fileSha256().equals(fileSha256)
        ? new Planned(plans.get(plan.id(), primaryId))
        : new Refused(Reason.KEY_OF_ANOTHER_REQUEST);
  }

  private List<PlannedRow> markElsewhere(UUID primaryId, List<PlannedRow> rows) {
    List<PlannedRow> fresh = rows.stream().filter(MakePlan::isFresh).toList();
    List<Members.Asked> asked = fresh.stream().map(MakePlan::asked).toList();
    Set<Integer> elsewhere =
        members.matchElsewhere(primaryId, asked).stream()
            .map(place -> fresh.get(place).rowNumber())
            .collect(Collectors.toSet());
    return rows.stream()
        .map(row -> elsewhere.contains(row.rowNumber()) ? elsewhere(row) : row)
        .toList();
  }

  private static boolean isFresh(PlannedRow row) {
    return row.outcome() == RowOutcome.NEW;
  }

  private static Members.Asked asked(PlannedRow row) {
    ListedPerson person = Objects.requireNonNull(row.member());
    return new Members.Asked(person.name(), person.birthDate());
  }

  private static PlannedRow elsewhere(PlannedRow row) {
    return new PlannedRow(
        row.rowNumber(),
        RowOutcome.DUPLICATE_ELSEWHERE,
        row.title(),
        row.personId(),
        row.member(),
        row.changes(),
        row.problems());
  }
}
