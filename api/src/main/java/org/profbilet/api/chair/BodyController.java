package org.profbilet.api.chair;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.api.problem.Refusal;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.contract.chair.Bodies;
import org.profbilet.contract.chair.BodiesApi;
import org.profbilet.contract.chair.ElectedBody;
import org.profbilet.contract.chair.MandateList;
import org.profbilet.contract.chair.NewAllocation;
import org.profbilet.contract.chair.NewBody;
import org.profbilet.contract.chair.NewConfirmation;
import org.profbilet.contract.chair.NewDelegate;
import org.profbilet.contract.chair.NewMandateAct;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.meetings.quorum.KeepBodies;
import org.profbilet.meetings.quorum.MandateCommission;
import org.profbilet.meetings.quorum.SendDelegates;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class BodyController implements BodiesApi {

  private final KeepBodies keepBodies;
  private final SendDelegates sendDelegates;
  private final MandateCommission commission;
  private final Caller caller;

  BodyController(
      KeepBodies keepBodies,
      SendDelegates sendDelegates,
      MandateCommission commission,
      Caller caller) {
    this.keepBodies = keepBodies;
    this.sendDelegates = sendDelegates;
    this.commission = commission;
    this.caller = caller;
  }

  @Override
  public ElectedBody create(
      @QueryValue UUID organisationId,
      @Header("Idempotency-Key") UUID key,
      @Body @Valid NewBody body) {
    Optional<KeepBodies.Reason> refusal =
        keepBodies.create(caller.accountId(), organisationId, key, body);
    if (refusal.isPresent()) {
      throw new Refusal(problem(refusal.get()));
    }
    return show(key);
  }

  @Override
  public Bodies list(@QueryValue UUID organisationId) {
    return keepBodies.list(caller.accountId(), organisationId);
  }

  @Override
  public ElectedBody show(UUID bodyId) {
    return commission.show(caller.accountId(), bodyId);
  }

  @Override
  public ElectedBody allot(UUID bodyId, @Body @Valid NewAllocation allocation) {
    keepBodies.allot(caller.accountId(), bodyId, allocation);
    return show(bodyId);
  }

  @Override
  public MandateList listDelegates(UUID bodyId, @QueryValue UUID organisationId) {
    return sendDelegates.list(caller.accountId(), bodyId, organisationId);
  }

  @Override
  public MandateList sendDelegate(
      UUID bodyId,
      @QueryValue UUID organisationId,
      @Header("Idempotency-Key") UUID key,
      @Body @Valid NewDelegate delegate) {
    Optional<SendDelegates.Reason> refusal =
        sendDelegates.send(caller.accountId(), bodyId, organisationId, key, delegate);
    if (refusal.isPresent()) {
      throw new Refusal(problem(refusal.get()));
    }
    return listDelegates(bodyId, organisationId);
  }

  @Override
  public ElectedBody confirm(UUID bodyId, @Body @Valid NewConfirmation confirmation) {
    commission.confirm(caller.accountId(), bodyId, confirmation);
    return show(bodyId);
  }

  @Override
  public ElectedBody decide(UUID bodyId, UUID mandateId, @Body @Valid NewMandateAct act) {
    Optional<MandateCommission.Reason> refusal =
        commission.decide(caller.accountId(), bodyId, mandateId, act);
    if (refusal.isPresent()) {
      throw new Refusal(problem(refusal.get()));
    }
    return show(bodyId);
  }

  private static ProblemType problem(KeepBodies.Reason reason) {
    return switch (reason) {
      case SHARE_WRONG -> ProblemType.BODY_SHARE_WRONG;
      case IDEMPOTENCY_MISMATCH -> ProblemType.IDEMPOTENCY_MISMATCH;
    };
  }

  private static ProblemType problem(SendDelegates.Reason reason) {
    return switch (reason) {
      case NOT_ON_RECORD -> ProblemType.DELEGATE_NOT_ON_RECORD;
      case ALREADY_SENT -> ProblemType.DELEGATE_ALREADY_SENT;
      case NO_SEAT_LEFT -> ProblemType.DELEGATE_NO_SEAT;
      case IDEMPOTENCY_MISMATCH -> ProblemType.IDEMPOTENCY_MISMATCH;
    };
  }

  private static ProblemType problem(MandateCommission.Reason reason) {
    return switch (reason) {
      case STANDING_WRONG -> ProblemType.MANDATE_STANDING_WRONG;
      case ALTERNATE_WRONG -> ProblemType.MANDATE_ALTERNATE_WRONG;
      case ALTERNATE_OUT_OF_ORDER -> ProblemType.MANDATE_ALTERNATE_OUT_OF_ORDER;
    };
  }
}
