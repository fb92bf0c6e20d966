package org.profbilet.api.office;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.profbilet.access.Access;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.access.Right;
import org.profbilet.api.problem.Refusal;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.cards.BatchOutcome;
import org.profbilet.cards.BatchSummary;
import org.profbilet.cards.ListBatches;
import org.profbilet.cards.MarkProduced;
import org.profbilet.cards.PersonaliseBatch;
import org.profbilet.cards.ReceiveBatch;
import org.profbilet.cards.ShipBatch;
import org.profbilet.cards.TakeIntoProduction;
import org.profbilet.contract.office.BatchApi;
import org.profbilet.contract.office.BatchRequest;
import org.profbilet.contract.office.BatchView;
import org.profbilet.contract.office.WaitingRegion;
import org.profbilet.contract.problem.ProblemType;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class BatchController implements BatchApi {

  private static final MediaType CSV = new MediaType("text/csv; charset=utf-8");

  private final Access access;
  private final TakeIntoProduction takeIntoProduction;
  private final ListBatches listBatches;
  private final MarkProduced markProduced;
  private final ShipBatch shipBatch;
  private final ReceiveBatch receiveBatch;
  private final PersonaliseBatch personaliseBatch;
  private final Caller caller;

  BatchController(
      Access access,
      TakeIntoProduction takeIntoProduction,
      ListBatches listBatches,
      MarkProduced markProduced,
      ShipBatch shipBatch,
      ReceiveBatch receiveBatch,
      PersonaliseBatch personaliseBatch,
      Caller caller) {
    this.access = access;
    this.takeIntoProduction = takeIntoProduction;
    this.listBatches = listBatches;
    this.markProduced = markProduced;
    this.shipBatch = shipBatch;
    this.receiveBatch = receiveBatch;
    this.personaliseBatch = personaliseBatch;
    this.caller = caller;
  }

  @Override
  public BatchView take(UUID organisationId, UUID key, @Body @Valid BatchRequest request) {
    Acting acting = acting(organisationId);
    return answer(acting, takeIntoProduction.take(acting, key, request.regionId()));
  }

  @Override
  public List<BatchView> list(UUID organisationId) {
    return listBatches.list(acting(organisationId)).stream().map(BatchController::view).toList();
  }

  @Override
  public List<WaitingRegion> waiting(UUID organisationId) {
    return listBatches.listWaiting(acting(organisationId)).stream()
        .map(w -> new WaitingRegion(w.regionId(), w.regionName(), w.orders(), w.cards()))
        .toList();
  }

  @Override
  public BatchView produced(UUID organisationId, UUID batchId) {
    Acting acting = acting(organisationId);
    return answer(acting, markProduced.markProduced(acting, batchId));
  }

  @Override
  public BatchView shipped(UUID organisationId, UUID batchId) {
    Acting acting = acting(organisationId);
    return answer(acting, shipBatch.ship(acting, batchId));
  }

  @Override
  public BatchView received(UUID organisationId, UUID batchId) {
    Acting acting = acting(organisationId);
    return answer(acting, receiveBatch.receive(acting, batchId));
  }

  @Override
  public HttpResponse<byte[]> personalisation(UUID organisationId, UUID batchId) {
    String file =
        personaliseBatch
            .write(acting(organisationId), batchId)
            .orElseThrow(() -> new Refusal(ProblemType.BATCH_WRONG_STEP));
    return HttpResponse.ok(file.getBytes(StandardCharsets.UTF_8))
        .contentType(CSV)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"personalisation.csv\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private BatchView answer(Acting acting, BatchOutcome outcome) {
    if (outcome instanceof BatchOutcome.Refused refused) {
      throw new Refusal(problem(refused.reason()));
    }
    UUID batchId = ((BatchOutcome.Done) outcome).batch().id();
    return listBatches.list(acting).stream()
        .filter(batch -> batch.id().equals(batchId))
        .findFirst()
        .map(BatchController::view)
        .orElseThrow(NotYours::new);
  }

  private static ProblemType problem(BatchOutcome.Reason reason) {
    return switch (reason) {
      case NOTHING_APPROVED -> ProblemType.BATCH_NOTHING_APPROVED;
      case WRONG_STEP -> ProblemType.BATCH_WRONG_STEP;
      case KEY_OF_ANOTHER_REQUEST -> ProblemType.IDEMPOTENCY_MISMATCH;
    };
  }

  private static BatchView view(BatchSummary batch) {
    return new BatchView(
        batch.id(),
        batch.number(),
        batch.regionId(),
        batch.regionName(),
        batch.state().name(),
        batch.cardCount(),
        batch.createdAt());
  }

  private Acting acting(UUID organisationId) {
    return access.allow(caller.accountId(), organisationId, Right.SEE_BATCHES);
  }
}
