package org.profbilet.api.office;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.profbilet.access.Access;
import org.profbilet.access.Acting;
import org.profbilet.access.ResetSecondFactor;
import org.profbilet.access.Right;
import org.profbilet.api.problem.Refusal;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.contract.office.NewReset;
import org.profbilet.contract.office.ResetState;
import org.profbilet.contract.office.SecondFactorResetApi;
import org.profbilet.contract.office.WaitingReset;
import org.profbilet.contract.problem.ProblemType;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class SecondFactorResetController implements SecondFactorResetApi {

  private final ResetSecondFactor resetSecondFactor;
  private final Access access;
  private final Caller caller;

  SecondFactorResetController(ResetSecondFactor resetSecondFactor, Access access, Caller caller) {
    this.resetSecondFactor = resetSecondFactor;
    this.access = access;
    this.caller = caller;
  }

  @Override
  public ResetState ask(
      UUID organisationId, UUID appointmentId, UUID key, @Body @Valid NewReset reset) {
    return state(
        resetSecondFactor.ask(
            acting(organisationId), organisationId, appointmentId, key, reset.reason().strip()));
  }

  @Override
  public List<WaitingReset> list(UUID organisationId) {
    acting(organisationId);
    return resetSecondFactor.listWaiting(organisationId).stream()
        .map(
            one ->
                new WaitingReset(
                    one.id(), one.displayName(), one.reason(), one.askedBy(), one.askedAt()))
        .toList();
  }

  @Override
  public ResetState confirm(UUID organisationId, UUID resetId) {
    return state(resetSecondFactor.confirm(acting(organisationId), organisationId, resetId));
  }

  private Acting acting(UUID organisationId) {
    return access.allow(caller.accountId(), organisationId, Right.RESET_SECOND_FACTOR);
  }

  private static ResetState state(ResetSecondFactor.Outcome outcome) {
    return switch (outcome) {
      case DONE, WAITS -> new ResetState(outcome.name());
      case NEEDS_ANOTHER_PERSON -> throw new Refusal(ProblemType.RESET_NEEDS_ANOTHER_PERSON);
      case ACCOUNT_OF_OTHERS -> throw new Refusal(ProblemType.ACCOUNT_OF_OTHERS);
      case KEY_OF_ANOTHER_REQUEST -> throw new Refusal(ProblemType.IDEMPOTENCY_MISMATCH);
    };
  }
}
