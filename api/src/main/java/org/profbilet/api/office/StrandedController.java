package org.profbilet.api.office;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.profbilet.access.Access;
import org.profbilet.access.NotYours;
import org.profbilet.access.Right;
import org.profbilet.api.problem.Refusal;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.contract.office.NewReceiver;
import org.profbilet.contract.office.StrandedApi;
import org.profbilet.contract.office.StrandedPrimary;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.members.transfers.NameReceiver;
import org.profbilet.members.transfers.ShowStranded;
import org.profbilet.organisations.Inpo;
import org.profbilet.organisations.Organisation;
import org.profbilet.organisations.Organisations;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class StrandedController implements StrandedApi {

  private final ShowStranded showStranded;
  private final NameReceiver nameReceiver;
  private final Organisations organisations;
  private final Access access;
  private final Caller caller;

  StrandedController(
      ShowStranded showStranded,
      NameReceiver nameReceiver,
      Organisations organisations,
      Access access,
      Caller caller) {
    this.showStranded = showStranded;
    this.nameReceiver = nameReceiver;
    this.organisations = organisations;
    this.access = access;
    this.caller = caller;
  }

  @Override
  public List<StrandedPrimary> list(UUID organisationId) {
    access.allow(caller.accountId(), organisationId, Right.SEE_REGISTER);
    return showStranded.below(organisationId).stream()
        .map(
            one ->
                new StrandedPrimary(
                    one.id(), one.inpo(), one.name(), one.status(), one.people(), one.receiver()))
        .toList();
  }

  @Override
  public HttpResponse<?> nameReceiver(UUID organisationId, @Body @Valid NewReceiver receiver) {
    access.allow(caller.accountId(), organisationId, Right.KEEP_REGISTER);
    UUID receiving = findBelow(receiver.inpo().strip());
    return switch (nameReceiver.name(caller.accountId(), organisationId, receiving)) {
      case NAMED -> HttpResponse.noContent();
      case NOT_CLOSED -> throw new Refusal(ProblemType.RECEIVER_NOT_NEEDED);
      case NOT_A_WORKING_PRIMARY -> throw new Refusal(ProblemType.RECEIVER_UNKNOWN);
    };
  }

  /** An organisation of others is answered like one that never was. */
  private UUID findBelow(String inpo) {
    try {
      Organisation found = organisations.find(new Inpo(inpo)).orElseThrow(NotYours::new);
      access.allow(caller.accountId(), found.id(), Right.KEEP_REGISTER);
      return found.id();
    } catch (NotYours e) {
      throw new Refusal(ProblemType.RECEIVER_UNKNOWN);
    }
  }
}
