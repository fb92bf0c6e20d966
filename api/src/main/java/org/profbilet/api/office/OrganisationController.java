package org.profbilet.api.office;

import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.UUID;
import org.profbilet.access.Right;
import org.profbilet.api.session.Audience;
import org.profbilet.contract.office.OrganisationApi;
import org.profbilet.contract.office.OrganisationView;
import org.profbilet.contract.office.OrganisationView.Above;
import org.profbilet.contract.office.OrganisationView.Below;
import org.profbilet.organisations.Organisation;
import org.profbilet.organisations.OrganisationBelow;
import org.profbilet.organisations.Organisations;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class OrganisationController implements OrganisationApi {

  private final Organisations organisations;
  private final OfficeOf officeOf;

  OrganisationController(Organisations organisations, OfficeOf officeOf) {
    this.organisations = organisations;
    this.officeOf = officeOf;
  }

  @Override
  public OrganisationView show(UUID organisationId) {
    officeOf.of(organisationId, Right.SEE_REGISTER);
    List<Organisation> way = organisations.listFromTheTopTo(organisationId);
    Organisation organisation = way.get(way.size() - 1);
    return new OrganisationView(
        organisation.id(),
        organisation.inpo(),
        organisation.level().name(),
        organisation.name(),
        organisation.phone(),
        organisation.status().name(),
        organisation.territorialRights(),
        way.subList(0, way.size() - 1).stream()
            .map(above -> new Above(above.id(), above.shortName()))
            .toList(),
        organisations.listRegister(organisationId).stream()
            .map(OrganisationController::below)
            .toList());
  }

  private static Below below(OrganisationBelow below) {
    return new Below(
        below.id(),
        below.inpo(),
        below.level().name(),
        below.name(),
        below.status().name(),
        below.territorialRights(),
        below.primaries());
  }
}
