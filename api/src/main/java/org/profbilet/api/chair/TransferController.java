package org.profbilet.api.chair;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Access;
import org.profbilet.access.Acting;
import org.profbilet.access.Right;
import org.profbilet.api.problem.Refusal;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.contract.chair.ClaimGrant;
import org.profbilet.contract.chair.ClaimRefusal;
import org.profbilet.contract.chair.ClaimView;
import org.profbilet.contract.chair.LinkEnd;
import org.profbilet.contract.chair.NewRequest;
import org.profbilet.contract.chair.NewTakeover;
import org.profbilet.contract.chair.RequestMade;
import org.profbilet.contract.chair.RequestView;
import org.profbilet.contract.chair.RequestWish;
import org.profbilet.contract.chair.TakeoverDone;
import org.profbilet.contract.chair.TakeoverWaiting;
import org.profbilet.contract.chair.TransferApi;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.members.PersonName;
import org.profbilet.members.transfers.AnswerClaim;
import org.profbilet.members.transfers.AskForMember;
import org.profbilet.members.transfers.AskOutcome;
import org.profbilet.members.transfers.Claim;
import org.profbilet.members.transfers.OwnRequests;
import org.profbilet.members.transfers.Request;
import org.profbilet.members.transfers.TakeOutcome;
import org.profbilet.members.transfers.TakeOverMembers;
import org.profbilet.members.transfers.Wish;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class TransferController implements TransferApi {

  private final AskForMember askForMember;
  private final OwnRequests ownRequests;
  private final AnswerClaim answerClaim;
  private final TakeOverMembers takeOverMembers;
  private final Access access;
  private final Caller caller;

  TransferController(
      AskForMember askForMember,
      OwnRequests ownRequests,
      AnswerClaim answerClaim,
      TakeOverMembers takeOverMembers,
      Access access,
      Caller caller) {
    this.askForMember = askForMember;
    this.ownRequests = ownRequests;
    this.answerClaim = answerClaim;
    this.takeOverMembers = takeOverMembers;
    this.access = access;
    this.caller = caller;
  }

  @Override
  public RequestMade ask(UUID primaryId, UUID key, @Body @Valid NewRequest request) {
    AskOutcome outcome = askForMember.ask(acting(primaryId), key, question(request));
    if (outcome instanceof AskOutcome.Asked asked) {
      return new RequestMade(asked.requestId(), asked.matchClass().name(), asked.state().name());
    }
    throw new Refusal(problem(((AskOutcome.Refused) outcome).reason()));
  }

  @Override
  public List<RequestView> listRequests(UUID primaryId) {
    return ownRequests.list(acting(primaryId)).stream().map(TransferController::view).toList();
  }

  @Override
  public HttpResponse<?> cancel(UUID primaryId, UUID requestId) {
    ownRequests.cancel(acting(primaryId), requestId);
    return HttpResponse.noContent();
  }

  @Override
  public HttpResponse<?> endLink(UUID primaryId, UUID requestId, @Body @Valid LinkEnd end) {
    return switch (ownRequests.endLink(acting(primaryId), requestId, end.on())) {
      case ENDED -> HttpResponse.noContent();
      case NO_LINK -> throw new Refusal(ProblemType.MEMBERSHIP_ALREADY_ENDED);
      case DAY_WRONG -> throw new Refusal(ProblemType.REQUEST_DAY_WRONG);
    };
  }

  @Override
  public List<ClaimView> listClaims(UUID primaryId) {
    return answerClaim.listWaiting(acting(primaryId)).stream()
        .map(TransferController::view)
        .toList();
  }

  @Override
  public HttpResponse<?> grant(UUID primaryId, UUID requestId, @Body @Valid ClaimGrant grant) {
    return answered(answerClaim.grant(acting(primaryId), requestId, grant.on()));
  }

  @Override
  public HttpResponse<?> refuse(UUID primaryId, UUID requestId, @Body @Valid ClaimRefusal refusal) {
    return answered(answerClaim.refuse(acting(primaryId), requestId, refusal.reason().strip()));
  }

  @Override
  public List<TakeoverWaiting> listTakeovers(UUID primaryId) {
    return takeOverMembers.listWaiting(acting(primaryId)).stream()
        .map(closed -> new TakeoverWaiting(closed.id(), closed.name(), closed.people()))
        .toList();
  }

  @Override
  public TakeoverDone takeOver(UUID primaryId, UUID key, @Body @Valid NewTakeover takeover) {
    TakeOutcome outcome = takeOverMembers.takeOver(acting(primaryId), key, takeover.fromId());
    if (outcome instanceof TakeOutcome.Taken taken) {
      return new TakeoverDone(taken.people());
    }
    throw new Refusal(problem(((TakeOutcome.Refused) outcome).reason()));
  }

  private Acting acting(UUID primaryId) {
    return access.allow(caller.accountId(), primaryId, Right.KEEP_MEMBERS);
  }

  private static HttpResponse<?> answered(AnswerClaim.Outcome outcome) {
    return switch (outcome) {
      case ANSWERED -> HttpResponse.noContent();
      case NOT_WAITING -> throw new Refusal(ProblemType.REQUEST_ANSWERED);
      case DAY_WRONG -> throw new Refusal(ProblemType.REQUEST_DAY_WRONG);
    };
  }

  private static ProblemType problem(TakeOutcome.Reason reason) {
    return switch (reason) {
      case NOBODY_TO_TAKE -> ProblemType.TAKEOVER_NOBODY;
      case KEY_OF_ANOTHER_REQUEST -> ProblemType.IDEMPOTENCY_MISMATCH;
    };
  }

  private static ProblemType problem(AskOutcome.Reason reason) {
    return switch (reason) {
      case NOBODY_FOUND -> ProblemType.REQUEST_NOBODY_FOUND;
      case DAY_IN_FUTURE -> ProblemType.REQUEST_DAY_WRONG;
      case OWN_RECORD_UNKNOWN -> ProblemType.NOT_FOUND;
      case KEY_OF_ANOTHER_REQUEST -> ProblemType.IDEMPOTENCY_MISMATCH;
    };
  }

  private static AskForMember.Question question(NewRequest request) {
    return new AskForMember.Question(
        Wish.valueOf(request.wish().name()),
        new PersonName(
            request.lastName().strip(),
            request.firstName().strip(),
            stripped(request.middleName())),
        request.birthDate(),
        request.wantedOn(),
        request.ownPersonId());
  }

  private static @Nullable String stripped(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static RequestView view(Request request) {
    return new RequestView(
        request.id(),
        RequestWish.valueOf(request.wish().name()),
        request.lastName(),
        request.firstName(),
        request.middleName(),
        request.wantedOn(),
        request.matchClass().name(),
        request.state().name(),
        request.askedAt(),
        request.answeredAt(),
        request.answer(),
        request.wish() == Wish.TRANSFER ? request.personId() : null,
        request.linkedOn(),
        request.linkEndedOn());
  }

  private static ClaimView view(Claim claim) {
    return new ClaimView(
        claim.requestId(),
        claim.personId(),
        claim.lastName(),
        claim.firstName(),
        claim.middleName(),
        claim.toName(),
        RequestWish.valueOf(claim.wish().name()),
        claim.wantedOn(),
        claim.matchClass().name(),
        claim.askedAt(),
        claim.dueOn());
  }
}
