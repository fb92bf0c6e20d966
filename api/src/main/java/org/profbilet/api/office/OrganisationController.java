package org.profbilet.api.office;

import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.UUID;
import org.profbilet.access.Access;
import org.profbilet.access.Right;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.contract.office.OrganisationApi;
import org.profbilet.contract.office.OrganisationView;
import org.profbilet.contract.office.OrganisationView.Below;
import org.profbilet.organisations.Organisation;
import org.profbilet.organisations.Organisations;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class OrganisationController implements OrganisationApi {

  private final Access access;
  private final Organisations organisations;
  private final Caller caller;

  OrganisationController(Access access, Organisations organisations, Caller caller) {
    this.access = access;
    this.organisations = organisations;
    this.caller = caller;
  }

  @Override
  public OrganisationView show(UUID organisationId) {
    access.allow(caller.accountId(), organisationId, Right.SEE_REGISTER);
    Organisation organisation = organisations.get(organisationId);
    return new OrganisationView(
        organisation.id(),
        organisation.inpo(),
        organisation.level().name(),
        organisation.name(),
        organisation.phone(),
        organisations.listChildren(organisationId).stream()
            .map(below -> new Below(below.id(), below.inpo(), below.level().name(), below.name()))
            .toList());
  }
}
