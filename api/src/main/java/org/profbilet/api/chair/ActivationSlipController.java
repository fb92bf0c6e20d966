package org.profbilet.api.chair;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.UUID;
import org.profbilet.api.problem.Refusal;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.contract.chair.ActivationSlipApi;
import org.profbilet.contract.chair.ActivationSlipView;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.credentials.ActivationSlip;
import org.profbilet.credentials.ActivationSlipSheet;
import org.profbilet.credentials.NotEligible;
import org.profbilet.credentials.PrintActivationSlip;
import org.profbilet.credentials.PrintSlipOutcome;
import org.profbilet.credentials.RevokeDevice;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class ActivationSlipController implements ActivationSlipApi {

  private final PrintActivationSlip printSlip;
  private final ActivationSlipSheet sheet;
  private final RevokeDevice revokeDevice;
  private final Caller caller;

  ActivationSlipController(
      PrintActivationSlip printSlip,
      ActivationSlipSheet sheet,
      RevokeDevice revokeDevice,
      Caller caller) {
    this.printSlip = printSlip;
    this.sheet = sheet;
    this.revokeDevice = revokeDevice;
    this.caller = caller;
  }

  @Override
  public ActivationSlipView make(
      UUID primaryId, UUID personId, @Header("Idempotency-Key") UUID key) {
    ActivationSlip slip = slip(primaryId, personId, key);
    return new ActivationSlipView(
        slip.fullName(), slip.ticketNumber(), slip.link(), slip.code(), slip.expiresAt());
  }

  @Override
  public HttpResponse<byte[]> print(
      UUID primaryId, UUID personId, @Header("Idempotency-Key") UUID key) {
    return HttpResponse.ok(sheet.pdf(slip(primaryId, personId, key)))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  @Override
  public HttpResponse<?> revokePhones(UUID primaryId, UUID personId) {
    revokeDevice.byChair(caller.accountId(), primaryId, personId);
    return HttpResponse.noContent();
  }

  private ActivationSlip slip(UUID primaryId, UUID personId, UUID key) {
    PrintSlipOutcome outcome = printSlip.print(caller.accountId(), primaryId, personId, key);
    if (outcome instanceof PrintSlipOutcome.Printed printed) {
      return printed.slip();
    }
    throw new Refusal(
        outcome instanceof PrintSlipOutcome.Refused refused
            ? problem(refused.reason())
            : ProblemType.IDEMPOTENCY_MISMATCH);
  }

  private static ProblemType problem(NotEligible reason) {
    return switch (reason) {
      case NOT_A_MEMBER -> ProblemType.TICKET_NOT_A_MEMBER;
      case NO_CONSENT -> ProblemType.TICKET_NO_CONSENT;
    };
  }
}
