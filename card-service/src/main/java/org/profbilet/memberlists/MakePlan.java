package org.profbilet.memberlists;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import org.profbilet.memberlists.PreviewOutcome.NotRead;
import org.profbilet.memberlists.PreviewOutcome.Planned;
import org.profbilet.memberlists.PreviewOutcome.Reason;
import org.profbilet.memberlists.PreviewOutcome.Refused;
import org.profbilet.memberlists.UploadStore.Upload;
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
  private final UploadStore uploads;
  private final Audit audit;
  private final Clock clock;

  MakePlan(
      RowScope rowScope,
      Organisations organisations,
      Members members,
      Contacts contacts,
      Papers papers,
      PlanStore plans,
      UploadStore uploads,
      Audit audit,
      Clock clock) {
    this.rowScope = rowScope;
    this.organisations = organisations;
    this.members = members;
    this.contacts = contacts;
    this.papers = papers;
    this.plans = plans;
    this.uploads = uploads;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public PreviewOutcome make(Acting acting, UUID key, Upload upload, MemberList list) {
    UUID primaryId = acting.organisationId();
    rowScope.primary(primaryId);
    Optional<PlanRow> earlier = plans.find(key, primaryId);
    if (earlier.isPresent()) {
      return again(earlier.get(), primaryId, upload);
    }
    if (uploads.isOther(key, primaryId, upload)) {
      return new Refused(Reason.KEY_OF_ANOTHER_REQUEST);
    }
    String own = organisations.get(primaryId).inpo();
    if (!list.inpo().isEmpty() && !list.inpo().equals(own)) {
      return new Refused(Reason.LIST_OF_ANOTHER_ORGANISATION);
    }
    if (isTooOften(primaryId)) {
      return new Refused(Reason.TOO_MANY_LISTS);
    }
    return write(acting, key, upload, list);
  }

  /** Keeps a table that lacks columns, so that the chair can say which of hers they are. */
  @Transactional
  public PreviewOutcome keep(Acting acting, UUID key, Upload upload, NotRead unread) {
    UUID primaryId = acting.organisationId();
    rowScope.primary(primaryId);
    if (uploads.isOther(key, primaryId, upload)) {
      return new Refused(Reason.KEY_OF_ANOTHER_REQUEST);
    }
    if (isTooOften(primaryId)) {
      return new Refused(Reason.TOO_MANY_LISTS);
    }
    uploads.insert(key, primaryId, upload);
    return unread;
  }

  private boolean isTooOften(UUID primaryId) {
    Instant hourAgo = clock.instant().minus(Duration.ofHours(1));
    int lists =
        Math.max(plans.countSince(primaryId, hourAgo), uploads.countSince(primaryId, hourAgo));
    return lists >= MOST_LISTS_AN_HOUR;
  }

  private PreviewOutcome write(Acting acting, UUID key, Upload upload, MemberList list) {
    UUID primaryId = acting.organisationId();
    // taken before anything is read: a change in between makes the plan outdated, never wrong
    String version = plans.versionOf(primaryId);
    Comparison comparison = comparison(acting);
    List<PlannedRow> rows = markElsewhere(primaryId, comparison.compare(list.rows()));
    PlanStore.Draft draft =
        new PlanStore.Draft(key, upload.sha256(), version, list, comparison.missing(), rows);
    if (!plans.insert(acting, draft)) {
      return plans
          .find(key, primaryId)
          .map(plan -> again(plan, primaryId, upload))
          .orElseGet(() -> new Refused(Reason.KEY_OF_ANOTHER_REQUEST));
    }
    uploads.insert(key, primaryId, upload);
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

  private PreviewOutcome again(PlanRow plan, UUID primaryId, Upload upload) {
    boolean sameNaming =
        uploads.find(plan.id(), primaryId).map(known -> known.isNamedAs(upload)).orElse(true);
    return plan.fileSha256().equals(upload.sha256()) && sameNaming
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
