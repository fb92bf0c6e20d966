package org.profbilet.contract.office;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The register of organisations or the list of chairs from a table: shown first, then done. */
@Tag(name = "office")
public interface RegisterListApi {

  @Operation(
      operationId = "previewRegister",
      summary = "Read a register or a list of chairs and show what it would do")
  @Post("/v1/office/organisations/{organisationId}/register-lists")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  RegisterPlan preview(
      UUID organisationId,
      @Header("Idempotency-Key") UUID key,
      @Part("file") CompletedFileUpload file);

  /**
   * @param pile NEW, CHANGED, UNCHANGED or ERROR; all rows without it
   * @param cursor the number of the row that the page before ended with
   */
  @Operation(operationId = "showRegisterPlan", summary = "The plan and, page by page, its rows")
  @Get("/v1/office/organisations/{organisationId}/register-lists/{planId}")
  RegisterPage show(
      UUID organisationId,
      UUID planId,
      @QueryValue @Nullable RegisterPile pile,
      @QueryValue(defaultValue = "0") @Min(0) int cursor,
      @QueryValue(defaultValue = "100") @Min(1) @Max(500) int limit);

  @Operation(
      operationId = "applyRegister",
      summary = "Do what the plan says, in one step or not at all")
  @Post("/v1/office/organisations/{organisationId}/register-lists/{planId}/apply")
  RegisterApplied apply(UUID organisationId, UUID planId, @Body @Valid RegisterChoice choice);

  @Operation(operationId = "getRegisterTemplate", summary = "An empty form")
  @Get("/v1/office/organisations/{organisationId}/register-lists/template.xlsx")
  @Produces("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
  HttpResponse<byte[]> template(UUID organisationId, @QueryValue RegisterForm form);
}
