package org.profbilet.api.office;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.profbilet.access.Right;
import org.profbilet.api.session.Audience;
import org.profbilet.contract.office.OverduePrimary;
import org.profbilet.contract.office.ProgressApi;
import org.profbilet.contract.office.StepDueDate;
import org.profbilet.contract.office.TerritoryProgress;
import org.profbilet.contract.office.TerritoryProgress.Readiness;
import org.profbilet.organisations.changes.Office;
import org.profbilet.statistics.roadmap.DueDate;
import org.profbilet.statistics.roadmap.SetDueDates;
import org.profbilet.statistics.roadmap.ShowRoadMap;
import org.profbilet.statistics.roadmap.Territory;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class ProgressController implements ProgressApi {

  private final ShowRoadMap roadMap;
  private final SetDueDates setDueDates;
  private final OfficeOf officeOf;

  ProgressController(ShowRoadMap roadMap, SetDueDates setDueDates, OfficeOf officeOf) {
    this.roadMap = roadMap;
    this.setDueDates = setDueDates;
    this.officeOf = officeOf;
  }

  @Override
  public List<TerritoryProgress> progress(UUID organisationId) {
    officeOf.of(organisationId, Right.SEE_REGISTER);
    return roadMap.listTerritories(organisationId).stream().map(ProgressController::view).toList();
  }

  @Override
  public List<OverduePrimary> overdue(UUID organisationId) {
    officeOf.of(organisationId, Right.SEE_REGISTER);
    return roadMap.listOverdue(organisationId).stream()
        .map(
            late ->
                new OverduePrimary(
                    late.id(),
                    late.inpo(),
                    late.name(),
                    late.parentName(),
                    late.steps(),
                    late.since(),
                    late.chair(),
                    late.phone()))
        .toList();
  }

  @Override
  public List<StepDueDate> dueDates(UUID organisationId) {
    officeOf.of(organisationId, Right.SEE_REGISTER);
    return roadMap.listDueDates(organisationId).stream()
        .map(date -> new StepDueDate(date.step(), date.dueOn()))
        .toList();
  }

  @Override
  public List<StepDueDate> setDueDates(
      UUID organisationId, @Body @Valid List<@Valid StepDueDate> dates) {
    Office office = officeOf.of(organisationId, Right.LOAD_REGISTER);
    setDueDates.set(
        office.accountId(),
        organisationId,
        dates.stream().map(date -> new DueDate(date.step(), date.dueOn())).toList());
    return dueDates(organisationId);
  }

  private static TerritoryProgress view(Territory territory) {
    return new TerritoryProgress(
        territory.id(),
        territory.inpo(),
        territory.level().name(),
        territory.name(),
        territory.status().name(),
        territory.primaries(),
        territory.entered(),
        territory.declared(),
        territory.undeclared(),
        territory.word().name(),
        territory.stepsDone(),
        view(territory.computer()),
        view(territory.internet()),
        territory.lastMovementOn(),
        territory.isStale(),
        territory.countedAt());
  }

  private static Readiness view(Territory.Readiness readiness) {
    return new Readiness(readiness.yes(), readiness.no(), readiness.unknown());
  }
}
