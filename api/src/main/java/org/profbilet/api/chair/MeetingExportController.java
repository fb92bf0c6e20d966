package org.profbilet.api.chair;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.api.problem.Refusal;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.contract.chair.MeetingExportsApi;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.meetings.exports.ExportAttendance;
import org.profbilet.meetings.exports.PrintBadges;
import org.profbilet.meetings.exports.PrintCertificates;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class MeetingExportController implements MeetingExportsApi {

  private final ExportAttendance exportAttendance;
  private final PrintBadges printBadges;
  private final PrintCertificates printCertificates;
  private final Caller caller;

  MeetingExportController(
      ExportAttendance exportAttendance,
      PrintBadges printBadges,
      PrintCertificates printCertificates,
      Caller caller) {
    this.exportAttendance = exportAttendance;
    this.printBadges = printBadges;
    this.printCertificates = printCertificates;
    this.caller = caller;
  }

  @Override
  public byte[] downloadAttendance(UUID meetingId, UUID listId) {
    return exportAttendance.xlsx(caller.accountId(), meetingId, listId);
  }

  @Override
  public byte[] printAttendance(UUID meetingId, UUID listId) {
    return exportAttendance.pdf(caller.accountId(), meetingId, listId);
  }

  @Override
  public byte[] printBadges(UUID meetingId, UUID listId) {
    return printBadges.print(caller.accountId(), meetingId, listId);
  }

  @Override
  public byte[] printCertificates(
      UUID meetingId, UUID listId, @QueryValue @Nullable UUID personId) {
    return printCertificates
        .print(caller.accountId(), meetingId, listId, personId)
        .orElseThrow(() -> new Refusal(ProblemType.CERTIFICATE_NOBODY_CAME));
  }
}
