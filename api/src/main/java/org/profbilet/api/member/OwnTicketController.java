package org.profbilet.api.member;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import jakarta.validation.Valid;
import org.profbilet.api.problem.Refusal;
import org.profbilet.api.session.AccessTokens;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.contract.member.MemberSession;
import org.profbilet.contract.member.OwnTicketApi;
import org.profbilet.contract.member.PhoneProof;
import org.profbilet.contract.member.RenewedCredentials;
import org.profbilet.contract.member.TicketCard;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.credentials.MemberSessionOutcome;
import org.profbilet.credentials.NotEligible;
import org.profbilet.credentials.OpenMemberSession;
import org.profbilet.credentials.OwnTicket;
import org.profbilet.credentials.RenewOutcome;
import org.profbilet.credentials.RevokeDevice;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.MEMBER)
class OwnTicketController implements OwnTicketApi {

  private final OpenMemberSession openSession;
  private final OwnTicket ownTicket;
  private final RevokeDevice revokeDevice;
  private final AccessTokens tokens;
  private final Caller caller;

  OwnTicketController(
      OpenMemberSession openSession,
      OwnTicket ownTicket,
      RevokeDevice revokeDevice,
      AccessTokens tokens,
      Caller caller) {
    this.openSession = openSession;
    this.ownTicket = ownTicket;
    this.revokeDevice = revokeDevice;
    this.tokens = tokens;
    this.caller = caller;
  }

  @Override
  @Secured(SecurityRule.IS_ANONYMOUS)
  public MemberSession openSession(@Body @Valid PhoneProof proof) {
    MemberSessionOutcome outcome = openSession.open(proof.proof());
    if (outcome instanceof MemberSessionOutcome.Opened opened) {
      return new MemberSession(
          tokens.forMember(opened.personId(), opened.deviceId()),
          (int) AccessTokens.LIFE.toSeconds());
    }
    throw new Refusal(problem(((MemberSessionOutcome.Refused) outcome).reason()));
  }

  @Override
  public HttpResponse<?> forgetPhone() {
    revokeDevice.byMember(caller.personId(), caller.deviceId());
    return HttpResponse.noContent();
  }

  @Override
  public TicketCard showCard() {
    return Views.card(ownTicket.show(caller.personId()));
  }

  @Override
  public RenewedCredentials renew() {
    RenewOutcome outcome = ownTicket.renew(caller.personId(), caller.deviceId());
    if (outcome instanceof RenewOutcome.Renewed renewed) {
      return new RenewedCredentials(Views.credentials(renewed.credentials()));
    }
    throw new Refusal(
        outcome instanceof RenewOutcome.Refused refused
            ? problem(refused.reason())
            : ProblemType.DEVICE_REVOKED);
  }

  private static ProblemType problem(MemberSessionOutcome.Reason reason) {
    return switch (reason) {
      case PROOF_REFUSED -> ProblemType.UNAUTHENTICATED;
      case DEVICE_REVOKED -> ProblemType.DEVICE_REVOKED;
    };
  }

  private static ProblemType problem(NotEligible reason) {
    return switch (reason) {
      case NOT_A_MEMBER -> ProblemType.TICKET_NOT_A_MEMBER;
      case NO_CONSENT -> ProblemType.TICKET_NO_CONSENT;
    };
  }
}
