package org.profbilet.contract.chair;

import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the organisers of a meeting take away: who came, badges, certificates. */
@Tag(name = "chair")
public interface MeetingExportsApi {

  @Operation(operationId = "downloadAttendance", summary = "Who was expected and who came, as xlsx")
  @Get("/v1/chair/meetings/{meetingId}/lists/{listId}/attendance")
  @Produces("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
  byte[] downloadAttendance(UUID meetingId, UUID listId);

  @Operation(
      operationId = "printAttendance",
      summary = "The same list to print and to sign, as PDF")
  @Get("/v1/chair/meetings/{meetingId}/lists/{listId}/attendance/print")
  @Produces("application/pdf")
  byte[] printAttendance(UUID meetingId, UUID listId);

  @Operation(
      operationId = "printBadges",
      summary = "Badges of those expected, as PDF; the code on them is the ticket number")
  @Get("/v1/chair/meetings/{meetingId}/lists/{listId}/badges")
  @Produces("application/pdf")
  byte[] printBadges(UUID meetingId, UUID listId);

  @Operation(
      operationId = "printCertificates",
      summary = "Certificates of attendance, as PDF: of one person, or of all who came")
  @Get("/v1/chair/meetings/{meetingId}/lists/{listId}/certificates")
  @Produces("application/pdf")
  byte[] printCertificates(UUID meetingId, UUID listId, @QueryValue @Nullable UUID personId);
}
