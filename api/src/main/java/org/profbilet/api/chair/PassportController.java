package org.profbilet.api.chair;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Access;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.access.Right;
import org.profbilet.api.problem.Refusal;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.contract.chair.EndDay;
import org.profbilet.contract.chair.Headcount;
import org.profbilet.contract.chair.NewDocument;
import org.profbilet.contract.chair.NewOfficial;
import org.profbilet.contract.chair.NewUnit;
import org.profbilet.contract.chair.PassportApi;
import org.profbilet.contract.chair.PassportChange;
import org.profbilet.contract.chair.PassportEntry;
import org.profbilet.contract.chair.PassportView;
import org.profbilet.contract.chair.RoadMapView;
import org.profbilet.contract.chair.StructureView;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.organisations.DeclaredSubject;
import org.profbilet.organisations.passport.ChangeOutcome;
import org.profbilet.organisations.passport.ChangePassport;
import org.profbilet.organisations.passport.ShowPassport;
import org.profbilet.organisations.structure.KeepDocuments;
import org.profbilet.organisations.structure.KeepOfficials;
import org.profbilet.organisations.structure.KeepUnits;
import org.profbilet.organisations.structure.StructureOutcome;
import org.profbilet.organisations.structure.UnitKind;
import org.profbilet.statistics.roadmap.ShowRoadMap;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class PassportController implements PassportApi {

  private final ShowPassport showPassport;
  private final ChangePassport changePassport;
  private final ShowRoadMap showRoadMap;
  private final KeepUnits units;
  private final KeepOfficials officials;
  private final KeepDocuments documents;
  private final Access access;
  private final Caller caller;

  PassportController(
      ShowPassport showPassport,
      ChangePassport changePassport,
      ShowRoadMap showRoadMap,
      KeepUnits units,
      KeepOfficials officials,
      KeepDocuments documents,
      Access access,
      Caller caller) {
    this.showPassport = showPassport;
    this.changePassport = changePassport;
    this.showRoadMap = showRoadMap;
    this.units = units;
    this.officials = officials;
    this.documents = documents;
    this.access = access;
    this.caller = caller;
  }

  @Override
  public PassportView show(UUID organisationId, @Nullable LocalDate on, @Nullable Instant knownAt) {
    boolean isKeeper = isKeeper(reader(organisationId), organisationId);
    return PassportViews.of(showPassport.show(organisationId, on, knownAt), isKeeper);
  }

  @Override
  public PassportView change(UUID organisationId, @Body @Valid PassportChange change) {
    UUID account = keeper(organisationId);
    ChangeOutcome outcome =
        changePassport.change(
            account, organisationId, PassportViews.values(change.values()), change.trueFrom());
    if (outcome instanceof ChangeOutcome.InFuture) {
      throw new Refusal(ProblemType.PASSPORT_DATE_IN_FUTURE);
    }
    if (outcome instanceof ChangeOutcome.Wrong wrong) {
      throw new Refusal(ProblemType.PASSPORT_VALUE_WRONG, PassportViews.sentence(wrong.fields()));
    }
    return show(organisationId, null, null);
  }

  @Override
  public List<PassportEntry> history(UUID organisationId, @Nullable String field) {
    reader(organisationId);
    return showPassport.listHistory(organisationId, field).stream()
        .map(e -> new PassportEntry(e.field(), e.value(), e.trueFrom(), e.recordedAt()))
        .toList();
  }

  @Override
  public PassportView declare(UUID organisationId, @Body @Valid Headcount headcount) {
    UUID account = keeper(organisationId);
    DeclaredSubject subject = DeclaredSubject.valueOf(headcount.subject().name());
    try {
      if (!changePassport.declare(
          account, organisationId, subject, headcount.asOf(), headcount.raw())) {
        throw new Refusal(ProblemType.PASSPORT_DATE_IN_FUTURE);
      }
    } catch (NumberFormatException e) {
      throw new Refusal(ProblemType.HEADCOUNT_WRONG);
    }
    return show(organisationId, null, null);
  }

  @Override
  public RoadMapView roadMap(UUID organisationId) {
    reader(organisationId);
    return showRoadMap.find(organisationId).map(PassportViews::of).orElseThrow(NotYours::new);
  }

  @Override
  public StructureView structure(UUID organisationId) {
    Acting acting = reader(organisationId);
    UUID asking = acting.organisationId();
    return PassportViews.structure(
        isKeeper(acting, organisationId),
        units.list(organisationId),
        officials.list(asking, organisationId),
        documents.list(asking, organisationId));
  }

  @Override
  public StructureView openUnit(UUID organisationId, UUID key, @Body @Valid NewUnit unit) {
    UUID account = keeper(organisationId);
    UnitKind kind = UnitKind.valueOf(unit.kind().name());
    return answer(
        organisationId,
        units.open(
            account, organisationId, key, unit.parentId(), kind, unit.name(), unit.openedOn()));
  }

  @Override
  public StructureView closeUnit(UUID organisationId, UUID unitId, @Body @Valid EndDay end) {
    UUID account = keeper(organisationId);
    return answer(organisationId, units.close(account, organisationId, unitId, end.on()));
  }

  @Override
  public StructureView recordOfficial(
      UUID organisationId, UUID key, @Body @Valid NewOfficial official) {
    UUID account = keeper(organisationId);
    return answer(
        organisationId,
        officials.elect(
            account, organisationId, organisationId, key, PassportViews.election(official)));
  }

  @Override
  public StructureView endOfficial(UUID organisationId, UUID officialId, @Body @Valid EndDay end) {
    UUID account = keeper(organisationId);
    return answer(
        organisationId,
        officials.end(account, organisationId, organisationId, officialId, end.on()));
  }

  @Override
  public StructureView addDocument(
      UUID organisationId, UUID key, @Body @Valid NewDocument document) {
    documents.add(keeper(organisationId), organisationId, key, PassportViews.paper(document));
    return structure(organisationId);
  }

  @Override
  public HttpResponse<?> removeDocument(UUID organisationId, UUID documentId) {
    UUID account = keeper(organisationId);
    answer(organisationId, documents.remove(account, organisationId, documentId));
    return HttpResponse.noContent();
  }

  private StructureView answer(UUID organisationId, StructureOutcome outcome) {
    return switch (outcome) {
      case DONE -> structure(organisationId);
      case UNKNOWN -> throw new NotYours();
      case ALREADY_THERE -> throw new Refusal(ProblemType.STRUCTURE_ALREADY_THERE);
      case UNITS_BELOW -> throw new Refusal(ProblemType.STRUCTURE_UNITS_BELOW);
      case DATE_WRONG -> throw new Refusal(ProblemType.STRUCTURE_DATE_WRONG);
    };
  }

  /** Its own organisation keeps a passport. */
  private UUID keeper(UUID organisationId) {
    return access.allow(caller.accountId(), organisationId, Right.KEEP_PASSPORT).accountId();
  }

  /** Its own organisation reads it, and every office above. */
  private Acting reader(UUID organisationId) {
    return access.allow(caller.accountId(), organisationId, Right.READ_PASSPORT);
  }

  private static boolean isKeeper(Acting acting, UUID organisationId) {
    return acting.organisationId().equals(organisationId);
  }
}
