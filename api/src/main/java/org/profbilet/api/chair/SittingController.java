package org.profbilet.api.chair;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.api.problem.Refusal;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.contract.chair.NewSitting;
import org.profbilet.contract.chair.NewSittingPaper;
import org.profbilet.contract.chair.NewSnapshot;
import org.profbilet.contract.chair.NewVote;
import org.profbilet.contract.chair.Sittings;
import org.profbilet.contract.chair.SittingsApi;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.meetings.sittings.FreezePapers;
import org.profbilet.meetings.sittings.HoldSittings;
import org.profbilet.meetings.sittings.TakeSnapshot;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class SittingController implements SittingsApi {

  private final HoldSittings holdSittings;
  private final TakeSnapshot takeSnapshot;
  private final FreezePapers freezePapers;
  private final Caller caller;

  SittingController(
      HoldSittings holdSittings,
      TakeSnapshot takeSnapshot,
      FreezePapers freezePapers,
      Caller caller) {
    this.holdSittings = holdSittings;
    this.takeSnapshot = takeSnapshot;
    this.freezePapers = freezePapers;
    this.caller = caller;
  }

  @Override
  public Sittings show(UUID meetingId) {
    return holdSittings.show(caller.accountId(), meetingId);
  }

  @Override
  public Sittings add(
      UUID meetingId, @Header("Idempotency-Key") UUID key, @Body @Valid NewSitting sitting) {
    Optional<HoldSittings.Reason> refusal =
        holdSittings.add(caller.accountId(), meetingId, key, sitting);
    if (refusal.isPresent()) {
      throw new Refusal(problem(refusal.get()));
    }
    return show(meetingId);
  }

  @Override
  public Sittings takeSnapshot(
      UUID meetingId,
      UUID sittingId,
      @Header("Idempotency-Key") UUID key,
      @Body @Valid NewSnapshot snapshot) {
    return unless(
        takeSnapshot.take(caller.accountId(), meetingId, sittingId, key, snapshot), meetingId);
  }

  @Override
  public Sittings recordVote(
      UUID meetingId,
      UUID sittingId,
      @Header("Idempotency-Key") UUID key,
      @Body @Valid NewVote vote) {
    return unless(
        takeSnapshot.recordVote(caller.accountId(), meetingId, sittingId, key, vote), meetingId);
  }

  @Override
  public Sittings freeze(
      UUID meetingId,
      UUID sittingId,
      @Header("Idempotency-Key") UUID key,
      @Body @Valid NewSittingPaper paper) {
    if (!freezePapers.freeze(caller.accountId(), meetingId, sittingId, key, paper)) {
      throw new Refusal(ProblemType.IDEMPOTENCY_MISMATCH);
    }
    return show(meetingId);
  }

  @Override
  public byte[] print(UUID meetingId, UUID sittingId, UUID sittingPaperId) {
    return freezePapers.print(caller.accountId(), meetingId, sittingId, sittingPaperId);
  }

  private Sittings unless(Optional<TakeSnapshot.Reason> refusal, UUID meetingId) {
    if (refusal.isPresent()) {
      throw new Refusal(problem(refusal.get()));
    }
    return show(meetingId);
  }

  private static ProblemType problem(HoldSittings.Reason reason) {
    return switch (reason) {
      case ALREADY_SITS -> ProblemType.SITTING_ALREADY_HELD;
      case NOBODY_ENTITLED -> ProblemType.NOBODY_ENTITLED;
      case LIST_WRONG -> ProblemType.SITTING_LIST_WRONG;
      case IDEMPOTENCY_MISMATCH -> ProblemType.IDEMPOTENCY_MISMATCH;
    };
  }

  private static ProblemType problem(TakeSnapshot.Reason reason) {
    return switch (reason) {
      case NOBODY_ENTITLED -> ProblemType.NOBODY_ENTITLED;
      case RECOUNT_WRONG -> ProblemType.RECOUNT_WRONG;
      case TOO_MANY_BALLOTS -> ProblemType.VOTE_TOO_MANY_BALLOTS;
      case VOTES_DO_NOT_ADD_UP -> ProblemType.VOTE_DOES_NOT_ADD_UP;
      case IDEMPOTENCY_MISMATCH -> ProblemType.IDEMPOTENCY_MISMATCH;
    };
  }
}
