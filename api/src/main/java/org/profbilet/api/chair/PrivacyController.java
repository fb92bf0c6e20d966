package org.profbilet.api.chair;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.Objects;
import java.util.UUID;
import org.profbilet.access.Access;
import org.profbilet.access.Acting;
import org.profbilet.access.Right;
import org.profbilet.api.problem.Refusal;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.contract.chair.ErasureDone;
import org.profbilet.contract.chair.Erasures;
import org.profbilet.contract.chair.PrivacyApi;
import org.profbilet.contract.member.DataCopy;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.privacy.CopyData;
import org.profbilet.privacy.EraseMember;
import org.profbilet.privacy.EraseOutcome;
import org.profbilet.privacy.Erasure;
import org.profbilet.privacy.ListErasures;
import org.profbilet.privacy.PrintCopy;
import org.profbilet.privacy.PrintErasure;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class PrivacyController implements PrivacyApi {

  private static final MediaType CSV = new MediaType("text/csv; charset=utf-8");

  private final Access access;
  private final CopyData copyData;
  private final PrintCopy printCopy;
  private final ListErasures listErasures;
  private final EraseMember eraseMember;
  private final PrintErasure printErasure;
  private final Caller caller;

  PrivacyController(
      Access access,
      CopyData copyData,
      PrintCopy printCopy,
      ListErasures listErasures,
      EraseMember eraseMember,
      PrintErasure printErasure,
      Caller caller) {
    this.access = access;
    this.copyData = copyData;
    this.printCopy = printCopy;
    this.listErasures = listErasures;
    this.eraseMember = eraseMember;
    this.printErasure = printErasure;
    this.caller = caller;
  }

  @Override
  public DataCopy copy(UUID primaryId, UUID personId) {
    return CopyView.of(copyData.onPaperRequest(acting(primaryId), personId));
  }

  @Override
  public HttpResponse<byte[]> printCopy(UUID primaryId, UUID personId) {
    return PdfAnswer.of(
        printCopy.print(copyData.onPaperRequest(acting(primaryId), personId)), "data-copy.pdf");
  }

  @Override
  public Erasures list(UUID primaryId) {
    return new Erasures(
        listErasures.list(acting(primaryId)).stream().map(PrivacyController::item).toList());
  }

  @Override
  public ErasureDone erase(UUID primaryId, UUID erasureId) {
    EraseOutcome outcome = eraseMember.erase(acting(primaryId), erasureId);
    if (outcome instanceof EraseOutcome.Refused refused) {
      throw new Refusal(problem(refused.reason()));
    }
    Erasure journal = ((EraseOutcome.Erased) outcome).journal();
    return new ErasureDone(
        journal.number(),
        Objects.requireNonNull(journal.doneAt()),
        Objects.requireNonNull(journal.destroyed()));
  }

  @Override
  public HttpResponse<byte[]> act(UUID primaryId, UUID erasureId) {
    return PdfAnswer.of(
        printErasure.act(printErasure.journal(acting(primaryId), erasureId)), "act.pdf");
  }

  @Override
  public HttpResponse<byte[]> journal(UUID primaryId, UUID erasureId) {
    byte[] extract = printErasure.extract(printErasure.journal(acting(primaryId), erasureId));
    return HttpResponse.ok(extract)
        .contentType(CSV)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"journal.csv\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private static Erasures.Item item(ListErasures.Item item) {
    return new Erasures.Item(
        item.id(),
        item.number(),
        item.personId(),
        item.name(),
        item.withdrawnAt(),
        item.dueOn(),
        item.overdue(),
        item.done(),
        item.doneAt(),
        item.waitsFor() == null ? null : item.waitsFor().name());
  }

  private static ProblemType problem(EraseOutcome.Reason reason) {
    return switch (reason) {
      case STILL_ON_RECORD -> ProblemType.ERASURE_STILL_ON_RECORD;
      case CARD_UNDER_WAY -> ProblemType.ERASURE_CARD_UNDER_WAY;
      case CANCELLED -> ProblemType.ERASURE_CANCELLED;
    };
  }

  private Acting acting(UUID primaryId) {
    return access.allow(caller.accountId(), primaryId, Right.KEEP_MEMBERS);
  }
}
