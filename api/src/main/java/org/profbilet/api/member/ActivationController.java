package org.profbilet.api.member;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.api.problem.Refusal;
import org.profbilet.contract.credential.DeviceKey;
import org.profbilet.contract.open.ActivationApi;
import org.profbilet.contract.open.CodeRequest;
import org.profbilet.contract.open.PhoneKey;
import org.profbilet.contract.open.TicketActivated;
import org.profbilet.contract.open.TicketActivation;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.credentials.ActivateOutcome;
import org.profbilet.credentials.ActivateTicket;
import org.profbilet.credentials.ActivationRequest;
import org.profbilet.credentials.AskForCode;

/** A phone becomes its member's: the one door of the member's side that needs no session. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
class ActivationController implements ActivationApi {

  private final ActivateTicket activateTicket;
  private final AskForCode askForCode;

  ActivationController(ActivateTicket activateTicket, AskForCode askForCode) {
    this.activateTicket = activateTicket;
    this.askForCode = askForCode;
  }

  @Override
  public TicketActivated activate(
      @Header("Idempotency-Key") UUID key, @Body @Valid TicketActivation activation) {
    ActivateOutcome outcome = activateTicket.activate(request(key, activation));
    if (outcome instanceof ActivateOutcome.Activated activated) {
      return new TicketActivated(
          activated.deviceId(),
          Views.credentials(activated.credentials()),
          Views.card(activated.card()));
    }
    throw new Refusal(
        outcome instanceof ActivateOutcome.KeyWasUsed
            ? ProblemType.IDEMPOTENCY_MISMATCH
            : ProblemType.ACTIVATION_REFUSED);
  }

  @Override
  public HttpResponse<?> askForCode(@Body @Valid CodeRequest request) {
    askForCode.ask(request.ticketNumber(), request.birthDate());
    return HttpResponse.accepted();
  }

  private static ActivationRequest request(UUID key, TicketActivation activation) {
    return new ActivationRequest(
        key,
        text(activation.ticketNumber()),
        text(activation.offer()),
        activation.birthDate(),
        activation.code(),
        key(activation.doorKey()),
        key(activation.memberKey()),
        activation.doorProof(),
        activation.memberProof(),
        text(activation.deviceName()));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  private static DeviceKey key(PhoneKey key) {
    try {
      return key.key();
    } catch (IllegalArgumentException noPoint) {
      throw new Refusal(ProblemType.VALIDATION);
    }
  }
}
