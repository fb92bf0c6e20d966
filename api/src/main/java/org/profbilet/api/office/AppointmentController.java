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
import java.util.List;
import java.util.UUID;
import org.profbilet.access.Access;
import org.profbilet.access.Acting;
import org.profbilet.access.Appoint;
import org.profbilet.access.Appoint.Appointee;
import org.profbilet.access.AppointmentLine;
import org.profbilet.access.Appointments;
import org.profbilet.access.ChangeChair;
import org.profbilet.access.EndAppointment;
import org.profbilet.access.PrintAcceptance;
import org.profbilet.access.Right;
import org.profbilet.access.Role;
import org.profbilet.accounts.HandOutAccount.Slip;
import org.profbilet.api.problem.Refusal;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.contract.office.AccountSlip;
import org.profbilet.contract.office.AppointmentApi;
import org.profbilet.contract.office.AppointmentMade;
import org.profbilet.contract.office.AppointmentRole;
import org.profbilet.contract.office.AppointmentView;
import org.profbilet.contract.office.NewAppointment;
import org.profbilet.contract.problem.ProblemType;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class AppointmentController implements AppointmentApi {

  private final Access access;
  private final Appointments appointments;
  private final Appoint appoint;
  private final EndAppointment endAppointment;
  private final ChangeChair changeChair;
  private final PrintAcceptance printAcceptance;
  private final Caller caller;

  AppointmentController(
      Access access,
      Appointments appointments,
      Appoint appoint,
      EndAppointment endAppointment,
      ChangeChair changeChair,
      PrintAcceptance printAcceptance,
      Caller caller) {
    this.access = access;
    this.appointments = appointments;
    this.appoint = appoint;
    this.endAppointment = endAppointment;
    this.changeChair = changeChair;
    this.printAcceptance = printAcceptance;
    this.caller = caller;
  }

  @Override
  public List<AppointmentView> list(UUID organisationId) {
    access.allow(caller.accountId(), organisationId, Right.SEE_REGISTER);
    return appointments.listOf(organisationId).stream().map(AppointmentController::view).toList();
  }

  @Override
  public AppointmentMade appoint(
      UUID organisationId, UUID key, @Body @Valid NewAppointment appointment) {
    Acting acting = acting(organisationId);
    Role role = appointment.role() == AppointmentRole.CHAIR ? Role.CHAIR : Role.OFFICER;
    return made(appoint.appoint(acting, organisationId, key, appointee(appointment, role)));
  }

  @Override
  public HttpResponse<?> end(UUID organisationId, UUID appointmentId) {
    endAppointment.end(acting(organisationId), organisationId, appointmentId);
    return HttpResponse.noContent();
  }

  @Override
  public AccountSlip slip(UUID organisationId, UUID appointmentId, UUID key) {
    return appointments
        .printSlip(acting(organisationId), organisationId, appointmentId, key)
        .map(AppointmentController::slip)
        .orElseThrow(() -> new Refusal(ProblemType.ACCOUNT_OF_OTHERS));
  }

  @Override
  public AppointmentMade changeChair(
      UUID organisationId, UUID key, @Body @Valid NewAppointment appointment) {
    Acting acting = acting(organisationId);
    return made(
        changeChair.change(acting, organisationId, key, appointee(appointment, Role.CHAIR)));
  }

  @Override
  public HttpResponse<byte[]> act(UUID organisationId, UUID changeId) {
    acting(organisationId);
    return HttpResponse.ok(printAcceptance.print(organisationId, changeId))
        .contentType(MediaType.APPLICATION_PDF_TYPE)
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"act.pdf\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private Acting acting(UUID organisationId) {
    return access.allow(caller.accountId(), organisationId, Right.APPOINT);
  }

  private static Appointee appointee(NewAppointment appointment, Role role) {
    return new Appointee(
        appointment.displayName().strip(),
        appointment.login().strip(),
        appointment.hasLogin(),
        role,
        appointment.from(),
        appointment.until());
  }

  private static AppointmentMade made(Appoint.Outcome outcome) {
    if (outcome instanceof Appoint.Outcome.Refused refused) {
      throw new Refusal(problem(refused.reason()));
    }
    Appoint.Outcome.Appointed appointed = (Appoint.Outcome.Appointed) outcome;
    return new AppointmentMade(
        appointed.appointmentId(), appointed.slip().map(AppointmentController::slip).orElse(null));
  }

  private static AccountSlip slip(Slip slip) {
    return new AccountSlip(slip.displayName(), slip.login(), slip.code(), slip.expiresAt());
  }

  private static AppointmentView view(AppointmentLine line) {
    return new AppointmentView(
        line.id(),
        line.displayName(),
        line.login(),
        line.role().name(),
        line.validFrom(),
        line.validUntil(),
        line.undertakingSignedOn(),
        line.handedOut());
  }

  private static ProblemType problem(Appoint.Reason reason) {
    return switch (reason) {
      case TERM_EMPTY -> ProblemType.APPOINTMENT_TERM_EMPTY;
      case LOGIN_TAKEN -> ProblemType.LOGIN_TAKEN;
      case LOGIN_UNKNOWN -> ProblemType.LOGIN_UNKNOWN;
      case KEY_OF_ANOTHER_REQUEST -> ProblemType.IDEMPOTENCY_MISMATCH;
    };
  }
}
