package org.profbilet.api.chair;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Access;
import org.profbilet.access.Acting;
import org.profbilet.access.Right;
import org.profbilet.api.problem.Refusal;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.consents.ConsentState;
import org.profbilet.consents.ListConsents;
import org.profbilet.consents.MemberConsents;
import org.profbilet.consents.PrintConsentSheets;
import org.profbilet.consents.Purpose;
import org.profbilet.consents.RecordConsents;
import org.profbilet.consents.RecordConsentsOutcome;
import org.profbilet.consents.ShowPrintedList;
import org.profbilet.consents.WithdrawConsent;
import org.profbilet.consents.WithdrawOutcome;
import org.profbilet.contract.chair.ConsentApi;
import org.profbilet.contract.chair.ConsentList;
import org.profbilet.contract.chair.ConsentPurpose;
import org.profbilet.contract.chair.ConsentRecording;
import org.profbilet.contract.chair.ConsentWithdrawal;
import org.profbilet.contract.chair.ConsentWithdrawn;
import org.profbilet.contract.chair.ConsentsRecorded;
import org.profbilet.contract.chair.PrintedConsents;
import org.profbilet.contract.problem.ProblemType;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class ConsentController implements ConsentApi {

  private final Access access;
  private final ListConsents listConsents;
  private final RecordConsents recordConsents;
  private final WithdrawConsent withdrawConsent;
  private final PrintConsentSheets printConsentSheets;
  private final ShowPrintedList showPrintedList;
  private final Caller caller;

  ConsentController(
      Access access,
      ListConsents listConsents,
      RecordConsents recordConsents,
      WithdrawConsent withdrawConsent,
      PrintConsentSheets printConsentSheets,
      ShowPrintedList showPrintedList,
      Caller caller) {
    this.access = access;
    this.listConsents = listConsents;
    this.recordConsents = recordConsents;
    this.withdrawConsent = withdrawConsent;
    this.printConsentSheets = printConsentSheets;
    this.showPrintedList = showPrintedList;
    this.caller = caller;
  }

  @Override
  public ConsentList list(UUID primaryId, ConsentPurpose purpose) {
    Purpose known = Purpose.valueOf(purpose.name());
    List<MemberConsents> members = listConsents.list(acting(primaryId), known);
    int missing = (int) members.stream().filter(member -> member.isMissing(known)).count();
    return new ConsentList(
        purpose,
        missing,
        members.stream().map(member -> ConsentWords.member(member, known)).toList());
  }

  @Override
  public ConsentsRecorded record(
      UUID primaryId, UUID key, @Body @Valid ConsentRecording recording) {
    RecordConsentsOutcome outcome =
        recordConsents.record(acting(primaryId), request(key, recording));
    if (outcome instanceof RecordConsentsOutcome.Refused refused) {
      throw new Refusal(ConsentWords.problem(refused.reason()));
    }
    return new ConsentsRecorded(key, ((RecordConsentsOutcome.Recorded) outcome).persons());
  }

  @Override
  public ConsentWithdrawn withdraw(UUID primaryId, @Body @Valid ConsentWithdrawal withdrawal) {
    WithdrawOutcome outcome =
        withdrawConsent.onPaper(
            acting(primaryId),
            withdrawal.personId(),
            Purpose.valueOf(withdrawal.purpose().name()),
            ConsentWords.channels(withdrawal.channels()),
            withdrawal.signedOn());
    if (outcome instanceof WithdrawOutcome.Refused refused) {
      throw new Refusal(ConsentWords.problem(refused.reason()));
    }
    return new ConsentWithdrawn(((WithdrawOutcome.Withdrawn) outcome).rows());
  }

  @Override
  public HttpResponse<byte[]> sheets(
      UUID primaryId, ConsentPurpose purpose, @Nullable List<UUID> personId, int pack) {
    Set<UUID> persons = personId == null ? Set.of() : Set.copyOf(personId);
    return printConsentSheets
        .print(acting(primaryId), Purpose.valueOf(purpose.name()), persons, pack)
        .map(pdf -> PdfAnswer.of(pdf, "consents.pdf"))
        .orElseThrow(() -> new Refusal(ProblemType.CONSENT_NOBODY_CHOSEN));
  }

  @Override
  public PrintedConsents printedList(UUID primaryId, int number) {
    return view(showPrintedList.byNumber(acting(primaryId), number));
  }

  @Override
  public PrintedConsents printedListOfSheet(UUID primaryId, UUID sheetId) {
    return view(showPrintedList.bySheet(acting(primaryId), sheetId));
  }

  private static PrintedConsents view(ShowPrintedList.Found found) {
    return new PrintedConsents(
        found.number(),
        ConsentPurpose.valueOf(found.purpose().name()),
        found.textVersion(),
        found.printedAt(),
        found.members().stream()
            .map(member -> ConsentWords.member(member, found.purpose()))
            .toList());
  }

  private static RecordConsents.Request request(UUID key, ConsentRecording recording) {
    return new RecordConsents.Request(
        key,
        Purpose.valueOf(recording.purpose().name()),
        ConsentWords.channels(recording.channels()),
        recording.given() ? ConsentState.GIVEN : ConsentState.REFUSED,
        recording.signedOn(),
        recording.textVersion(),
        Choice.of(recording.mode(), recording.personIds()));
  }

  private Acting acting(UUID primaryId) {
    return access.allow(caller.accountId(), primaryId, Right.KEEP_CONSENTS);
  }
}
