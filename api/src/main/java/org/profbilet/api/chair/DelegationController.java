package org.profbilet.api.chair;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.util.UUID;
import org.profbilet.access.Access;
import org.profbilet.access.Acting;
import org.profbilet.access.DelegateWork;
import org.profbilet.access.Delegation;
import org.profbilet.access.Right;
import org.profbilet.api.problem.Refusal;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.contract.chair.DelegationApi;
import org.profbilet.contract.chair.DelegationView;
import org.profbilet.contract.chair.NewDelegation;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.organisations.Organisations;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class DelegationController implements DelegationApi {

  private final Access access;
  private final DelegateWork delegateWork;
  private final Organisations organisations;
  private final Caller caller;

  DelegationController(
      Access access, DelegateWork delegateWork, Organisations organisations, Caller caller) {
    this.access = access;
    this.delegateWork = delegateWork;
    this.organisations = organisations;
    this.caller = caller;
  }

  @Override
  public DelegationView show(UUID primaryId) {
    acting(primaryId);
    return new DelegationView(
        organisations.getParentOf(organisations.get(primaryId)).name(),
        delegateWork.find(primaryId).map(Delegation::validUntil).orElse(null));
  }

  @Override
  public DelegationView give(UUID primaryId, UUID key, @Body @Valid NewDelegation delegation) {
    return switch (delegateWork.give(acting(primaryId), key, delegation.until())) {
      case GIVEN -> show(primaryId);
      case GIVEN_ALREADY -> throw new Refusal(ProblemType.DELEGATION_GIVEN_ALREADY);
      case TERM_WRONG -> throw new Refusal(ProblemType.DELEGATION_TERM_WRONG);
    };
  }

  @Override
  public HttpResponse<?> revoke(UUID primaryId) {
    delegateWork.revoke(acting(primaryId));
    return HttpResponse.noContent();
  }

  private Acting acting(UUID primaryId) {
    return access.allow(caller.accountId(), primaryId, Right.DELEGATE_WORK);
  }
}
