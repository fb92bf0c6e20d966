package org.profbilet.api.office;

import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.UUID;
import org.profbilet.access.Access;
import org.profbilet.access.Right;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.contract.office.StrandedApi;
import org.profbilet.contract.office.StrandedPrimary;
import org.profbilet.members.transfers.ShowStranded;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class StrandedController implements StrandedApi {

  private final ShowStranded showStranded;
  private final Access access;
  private final Caller caller;

  StrandedController(ShowStranded showStranded, Access access, Caller caller) {
    this.showStranded = showStranded;
    this.access = access;
    this.caller = caller;
  }

  @Override
  public List<StrandedPrimary> list(UUID organisationId) {
    access.allow(caller.accountId(), organisationId, Right.SEE_REGISTER);
    return showStranded.below(organisationId).stream()
        .map(
            one ->
                new StrandedPrimary(one.id(), one.inpo(), one.name(), one.status(), one.people()))
        .toList();
  }
}
