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
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Access;
import org.profbilet.access.Acting;
import org.profbilet.access.Right;
import org.profbilet.api.problem.Refusal;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.cards.production.BatchOutcome;
import org.profbilet.cards.production.BatchSummary;
import org.profbilet.cards.production.ListBatches;
import org.profbilet.cards.production.MarkProduced;
import org.profbilet.cards.production.PersonalisationFile;
import org.profbilet.cards.production.PersonaliseBatch;
import org.profbilet.cards.production.PrintBatchPapers;
import org.profbilet.cards.production.ReceiveBatch;
import org.profbilet.cards.production.ShipBatch;
import org.profbilet.cards.production.ShowHops;
import org.profbilet.cards.production.TakeIntoProduction;
import org.profbilet.contract.office.BatchApi;
import org.profbilet.contract.office.BatchCounts;
import org.profbilet.contract.office.BatchRequest;
import org.profbilet.contract.office.BatchView;
import org.profbilet.contract.office.CountedHop;
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
  private final ShowHops showHops;
  private final PrintBatchPapers printBatchPapers;
  private final Caller caller;

  BatchController(
      Access access,
      TakeIntoProduction takeIntoProduction,
      ListBatches listBatches,
      MarkProduced markProduced,
      ShipBatch shipBatch,
      ReceiveBatch receiveBatch,
      PersonaliseBatch personaliseBatch,
      ShowHops showHops,
      PrintBatchPapers printBatchPapers,
      Caller caller) {
    this.access = access;
    this.takeIntoProduction = takeIntoProduction;
    this.listBatches = listBatches;
    this.markProduced = markProduced;
    this.shipBatch = shipBatch;
    this.receiveBatch = receiveBatch;
    this.personaliseBatch = personaliseBatch;
    this.showHops = showHops;
    this.printBatchPapers = printBatchPapers;
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
  public BatchView produced(
      UUID organisationId, UUID batchId, @Body @Nullable @Valid CountedHop count) {
    Acting acting = acting(organisationId);
    return answer(acting, markProduced.markProduced(acting, batchId, BatchWords.count(count)));
  }

  @Override
  public BatchView shipped(
      UUID organisationId, UUID batchId, @Body @Nullable @Valid CountedHop count) {
    Acting acting = acting(organisationId);
    return answer(acting, shipBatch.ship(acting, batchId, BatchWords.count(count)));
  }

  @Override
  public BatchView received(
      UUID organisationId, UUID batchId, @Body @Nullable @Valid CountedHop count) {
    Acting acting = acting(organisationId);
    return answer(acting, receiveBatch.receive(acting, batchId, BatchWords.count(count)));
  }

  @Override
  public BatchCounts counts(UUID organisationId, UUID batchId) {
    return BatchWords.counts(showHops.show(acting(organisationId), batchId));
  }

  @Override
  public HttpResponse<byte[]> personalisation(UUID organisationId, UUID batchId) {
    byte[] csv = personalised(organisationId, batchId).csv().getBytes(StandardCharsets.UTF_8);
    return file(csv, CSV, "personalisation.csv");
  }

  @Override
  public HttpResponse<byte[]> personalisationXlsx(UUID organisationId, UUID batchId) {
    byte[] xlsx = personalised(organisationId, batchId).xlsx();
    return file(xlsx, MediaType.MICROSOFT_EXCEL_OPEN_XML_TYPE, "personalisation.xlsx");
  }

  @Override
  public HttpResponse<byte[]> act(UUID organisationId, UUID batchId) {
    byte[] pdf = printBatchPapers.act(acting(organisationId), batchId);
    return file(pdf, MediaType.APPLICATION_PDF_TYPE, "act.pdf");
  }

  @Override
  public HttpResponse<byte[]> packingList(UUID organisationId, UUID batchId, UUID orderId) {
    byte[] pdf = printBatchPapers.packingList(acting(organisationId), batchId, orderId);
    return file(pdf, MediaType.APPLICATION_PDF_TYPE, "packing-list.pdf");
  }

  private PersonalisationFile personalised(UUID organisationId, UUID batchId) {
    return personaliseBatch
        .read(acting(organisationId), batchId)
        .orElseThrow(() -> new Refusal(ProblemType.BATCH_WRONG_STEP));
  }

  private static HttpResponse<byte[]> file(byte[] bytes, MediaType type, String name) {
    return HttpResponse.ok(bytes)
        .contentType(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private BatchView answer(Acting acting, BatchOutcome outcome) {
    if (outcome instanceof BatchOutcome.Refused refused) {
      throw new Refusal(problem(refused.reason()));
    }
    UUID batchId = ((BatchOutcome.Done) outcome).batch().id();
    return view(listBatches.get(acting, batchId));
  }

  private static ProblemType problem(BatchOutcome.Reason reason) {
    return switch (reason) {
      case NOTHING_APPROVED -> ProblemType.BATCH_NOTHING_APPROVED;
      case WRONG_STEP -> ProblemType.BATCH_WRONG_STEP;
      case COPY_UNKNOWN -> ProblemType.BATCH_COPY_UNKNOWN;
      case COUNT_DIFFERS -> ProblemType.BATCH_COUNT_DIFFERS;
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
