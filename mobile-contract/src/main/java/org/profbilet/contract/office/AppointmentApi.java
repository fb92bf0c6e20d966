package org.profbilet.contract.office;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;

/** Who acts for an organisation: one's own, or one below. */
@Tag(name = "office")
public interface AppointmentApi {

  @Operation(operationId = "listAppointments", summary = "Who is in office, now or soon")
  @Get("/v1/office/organisations/{organisationId}/appointments")
  List<AppointmentView> list(UUID organisationId);

  @Operation(operationId = "appoint", summary = "Appoint a person; she gets a slip with a code")
  @Post("/v1/office/organisations/{organisationId}/appointments")
  AppointmentMade appoint(
      UUID organisationId,
      @Header("Idempotency-Key") UUID key,
      @Body @Valid NewAppointment appointment);

  @Operation(
      operationId = "endAppointment",
      summary = "End an office now; her sessions end with it")
  @Post("/v1/office/organisations/{organisationId}/appointments/{appointmentId}/end")
  HttpResponse<?> end(UUID organisationId, UUID appointmentId);

  @Operation(
      operationId = "printAccountSlip",
      summary = "A new slip for a lost password or phone; the one before is void")
  @Post("/v1/office/organisations/{organisationId}/appointments/{appointmentId}/slip")
  AccountSlip slip(UUID organisationId, UUID appointmentId, @Header("Idempotency-Key") UUID key);

  @Operation(
      operationId = "changeChair",
      summary = "Hand a primary to its next chair: rights, sessions and an act with counts")
  @Post("/v1/office/organisations/{organisationId}/chair-changes")
  AppointmentMade changeChair(
      UUID organisationId,
      @Header("Idempotency-Key") UUID key,
      @Body @Valid NewAppointment appointment);

  @Operation(operationId = "printChairChange", summary = "The act of handing over, to sign (PDF)")
  @Get("/v1/office/organisations/{organisationId}/chair-changes/{changeId}/act.pdf")
  @Produces("application/pdf")
  HttpResponse<byte[]> act(UUID organisationId, UUID changeId);
}
