package org.profbilet.api.member;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.profbilet.api.problem.Refusal;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.contract.chair.ClaimRefusal;
import org.profbilet.contract.chair.RequestWish;
import org.profbilet.contract.member.OwnClaim;
import org.profbilet.contract.member.OwnClaimApi;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.members.transfers.AnswerOwnClaim;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.MEMBER)
class OwnClaimController implements OwnClaimApi {

  private final AnswerOwnClaim answerOwnClaim;
  private final Caller caller;

  OwnClaimController(AnswerOwnClaim answerOwnClaim, Caller caller) {
    this.answerOwnClaim = answerOwnClaim;
    this.caller = caller;
  }

  @Override
  public List<OwnClaim> list() {
    return answerOwnClaim.listWaiting(caller.personId()).stream()
        .map(
            claim ->
                new OwnClaim(
                    claim.requestId(),
                    claim.toName(),
                    RequestWish.valueOf(claim.wish().name()),
                    claim.wantedOn(),
                    claim.dueOn()))
        .toList();
  }

  @Override
  public HttpResponse<?> confirm(UUID requestId) {
    return answered(answerOwnClaim.confirm(caller.personId(), requestId));
  }

  @Override
  public HttpResponse<?> refuse(UUID requestId, @Body @Valid ClaimRefusal refusal) {
    return answered(answerOwnClaim.refuse(caller.personId(), requestId, refusal.reason().strip()));
  }

  private static HttpResponse<?> answered(boolean waited) {
    if (!waited) {
      throw new Refusal(ProblemType.REQUEST_ANSWERED);
    }
    return HttpResponse.noContent();
  }
}
