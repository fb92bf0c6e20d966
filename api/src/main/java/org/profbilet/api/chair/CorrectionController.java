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
import org.profbilet.access.Access;
import org.profbilet.access.Acting;
import org.profbilet.access.Right;
import org.profbilet.api.problem.Refusal;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.contract.chair.CorrectionApi;
import org.profbilet.contract.chair.CorrectionRefusal;
import org.profbilet.contract.chair.CorrectionView;
import org.profbilet.contract.chair.ListPage;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.members.corrections.AnswerCorrection;
import org.profbilet.members.corrections.Correction;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class CorrectionController implements CorrectionApi {

  private final AnswerCorrection answerCorrection;
  private final Access access;
  private final Caller caller;

  CorrectionController(AnswerCorrection answerCorrection, Access access, Caller caller) {
    this.answerCorrection = answerCorrection;
    this.access = access;
    this.caller = caller;
  }

  @Override
  public List<CorrectionView> list(UUID primaryId) {
    return answerCorrection.listOpen(acting(primaryId)).stream()
        .map(CorrectionController::view)
        .toList();
  }

  @Override
  public HttpResponse<?> accept(UUID primaryId, UUID correctionId) {
    return answered(answerCorrection.accept(acting(primaryId), correctionId));
  }

  @Override
  public HttpResponse<?> decline(
      UUID primaryId, UUID correctionId, @Body @Valid CorrectionRefusal refusal) {
    return answered(
        answerCorrection.decline(acting(primaryId), correctionId, refusal.reason().strip()));
  }

  private Acting acting(UUID primaryId) {
    return access.allow(caller.accountId(), primaryId, Right.KEEP_MEMBERS);
  }

  private static HttpResponse<?> answered(AnswerCorrection.Outcome outcome) {
    return switch (outcome) {
      case ANSWERED -> HttpResponse.noContent();
      case ALREADY_ANSWERED -> throw new Refusal(ProblemType.CORRECTION_ANSWERED);
      case RECORD_CHANGED -> throw new Refusal(ProblemType.CORRECTION_OUTDATED);
    };
  }

  private static CorrectionView view(Correction correction) {
    return new CorrectionView(
        correction.id(),
        correction.personId(),
        correction.personName(),
        correction.changes().stream()
            .map(
                change ->
                    new ListPage.Change(
                        change.field(),
                        FieldTitles.of(change.field()),
                        change.before(),
                        change.after()))
            .toList(),
        correction.note(),
        correction.state().name(),
        correction.proposedAt(),
        correction.answeredAt(),
        correction.reason());
  }
}
