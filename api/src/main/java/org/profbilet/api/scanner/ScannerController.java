package org.profbilet.api.scanner;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.api.problem.Refusal;
import org.profbilet.api.session.AccessTokens;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.contract.scanner.DeviceEnrolment;
import org.profbilet.contract.scanner.DeviceProof;
import org.profbilet.contract.scanner.DeviceRole;
import org.profbilet.contract.scanner.DoorList;
import org.profbilet.contract.scanner.DoorOperator;
import org.profbilet.contract.scanner.DoorStatus;
import org.profbilet.contract.scanner.EnrolledDevice;
import org.profbilet.contract.scanner.FoundPeople;
import org.profbilet.contract.scanner.ListBundle;
import org.profbilet.contract.scanner.ListDelta;
import org.profbilet.contract.scanner.OperatorPin;
import org.profbilet.contract.scanner.PaperLine;
import org.profbilet.contract.scanner.PaperSheet;
import org.profbilet.contract.scanner.PartDigests;
import org.profbilet.contract.scanner.Scan;
import org.profbilet.contract.scanner.ScanAnswer;
import org.profbilet.contract.scanner.ScanPreview;
import org.profbilet.contract.scanner.ScanVoid;
import org.profbilet.contract.scanner.ScannerApi;
import org.profbilet.contract.scanner.ScannerSession;
import org.profbilet.contract.scanner.SyncAnswer;
import org.profbilet.contract.scanner.SyncRequest;
import org.profbilet.contract.scanner.VoidAnswer;
import org.profbilet.meetings.bundles.DownloadList;
import org.profbilet.meetings.devices.EnrolDevice;
import org.profbilet.meetings.devices.OpenDoorSession;
import org.profbilet.meetings.devices.TakePhone;
import org.profbilet.meetings.scans.EnterPaper;
import org.profbilet.meetings.scans.RecordScan;
import org.profbilet.meetings.scans.RecordedScan;
import org.profbilet.meetings.scans.SearchPeople;
import org.profbilet.meetings.scans.ShowStatus;
import org.profbilet.meetings.scans.SynchroniseScans;
import org.profbilet.meetings.scans.TakeBack;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.DOOR)
class ScannerController implements ScannerApi {

  private static final int SECONDS = (int) AccessTokens.LIFE.toSeconds();

  private final EnrolDevice enrolDevice;
  private final OpenDoorSession openDoorSession;
  private final TakePhone takePhone;
  private final DownloadList downloadList;
  private final RecordScan recordScan;
  private final TakeBack takeBack;
  private final SearchPeople searchPeople;
  private final ShowStatus showStatus;
  private final EnterPaper enterPaper;
  private final SynchroniseScans synchroniseScans;
  private final AccessTokens tokens;
  private final Caller caller;
  private final Clock clock;

  ScannerController(
      EnrolDevice enrolDevice,
      OpenDoorSession openDoorSession,
      TakePhone takePhone,
      DownloadList downloadList,
      RecordScan recordScan,
      TakeBack takeBack,
      SearchPeople searchPeople,
      ShowStatus showStatus,
      EnterPaper enterPaper,
      SynchroniseScans synchroniseScans,
      AccessTokens tokens,
      Caller caller,
      Clock clock) {
    this.enrolDevice = enrolDevice;
    this.openDoorSession = openDoorSession;
    this.takePhone = takePhone;
    this.downloadList = downloadList;
    this.recordScan = recordScan;
    this.takeBack = takeBack;
    this.searchPeople = searchPeople;
    this.showStatus = showStatus;
    this.enterPaper = enterPaper;
    this.synchroniseScans = synchroniseScans;
    this.tokens = tokens;
    this.caller = caller;
    this.clock = clock;
  }

  @Override
  @Secured(SecurityRule.IS_ANONYMOUS)
  public EnrolledDevice enrol(@Body @Valid DeviceEnrolment asked) {
    EnrolDevice.Outcome outcome =
        enrolDevice.enrol(
            asked.code(),
            asked.publicKeyJwk().x(),
            asked.publicKeyJwk().y(),
            asked.name(),
            asked.proof());
    if (outcome instanceof EnrolDevice.Outcome.Enrolled device) {
      return enrolled(device);
    }
    throw new Refusal(problem(((EnrolDevice.Outcome.Refused) outcome).reason()));
  }

  private EnrolledDevice enrolled(EnrolDevice.Outcome.Enrolled device) {
    return new EnrolledDevice(
        device.deviceId(),
        device.door(),
        DeviceRole.valueOf(device.role().name()),
        device.validUntil(),
        downloadList.show(device.deviceId()),
        downloadList.rootKey(),
        tokens.forDoor(device.deviceId()),
        SECONDS,
        clock.instant());
  }

  @Override
  @Secured(SecurityRule.IS_ANONYMOUS)
  public ScannerSession openSession(@Body @Valid DeviceProof proof) {
    UUID deviceId =
        openDoorSession
            .open(proof.proof())
            .orElseThrow(() -> new Refusal(ProblemType.DEVICE_PROOF_REFUSED));
    return new ScannerSession(tokens.forDoor(deviceId), SECONDS, clock.instant());
  }

  @Override
  public DoorOperator takePhone(@Body @Valid OperatorPin pin) {
    TakePhone.Outcome outcome = takePhone.take(caller.deviceId(), pin.pin());
    if (outcome instanceof TakePhone.Outcome.Taken taken) {
      return new DoorOperator(taken.operatorId(), taken.name());
    }
    throw new Refusal(problem(((TakePhone.Outcome.Refused) outcome).reason()));
  }

  @Override
  public DoorList showList(UUID listId) {
    return downloadList.show(caller.deviceId(), listId);
  }

  @Override
  public HttpResponse<ListBundle> downloadBundle(
      UUID listId, @Header("If-None-Match") @Nullable String known) {
    ListBundle bundle = downloadList.download(caller.deviceId(), listId);
    String tag = "\"" + bundle.list().version() + "\"";
    return tag.equals(known)
        ? HttpResponse.<ListBundle>notModified().header(HttpHeaders.ETAG, tag)
        : HttpResponse.ok(bundle).header(HttpHeaders.ETAG, tag);
  }

  @Override
  public ScanAnswer scan(@Header("Idempotency-Key") UUID key, @Body @Valid Scan scan) {
    if (!key.equals(scan.scanId())) {
      throw new Refusal(ProblemType.VALIDATION, "Ключ запроса и номер отметки различаются");
    }
    return answer(recordScan.record(caller.deviceId(), scan));
  }

  private static ScanAnswer answer(RecordedScan recorded) {
    if (recorded instanceof RecordedScan.Decided decided) {
      return decided.answer();
    }
    throw new Refusal(problem(((RecordedScan.Refused) recorded).reason()));
  }

  @Override
  public ScanPreview preview(@Body @Valid Scan scan) {
    return recordScan.preview(caller.deviceId(), scan);
  }

  @Override
  public VoidAnswer takeBack(UUID scanId, @Body @Valid ScanVoid taken) {
    if (!scanId.equals(taken.scanId())) {
      throw new Refusal(ProblemType.VALIDATION, "Номера отметки в адресе и в запросе различаются");
    }
    return takeBack.takeBack(caller.deviceId(), taken);
  }

  @Override
  public FoundPeople search(UUID listId, @QueryValue String q) {
    return searchPeople
        .search(caller.deviceId(), listId, q)
        .orElseThrow(() -> new Refusal(ProblemType.SEARCH_TOO_SHORT));
  }

  @Override
  public DoorStatus showStatus(UUID listId) {
    return showStatus.atDoor(caller.deviceId(), listId);
  }

  @Override
  public ListDelta downloadDelta(UUID listId, @Body @Valid PartDigests known) {
    return downloadList.download(caller.deviceId(), listId, known);
  }

  @Override
  public List<PaperSheet> listSheets(UUID listId) {
    return enterPaper.list(caller.deviceId(), listId);
  }

  @Override
  public ScanAnswer enterLine(UUID listId, UUID paperId, @Body @Valid PaperLine line) {
    return answer(
        enterPaper
            .enter(caller.deviceId(), listId, paperId, line)
            .orElseThrow(() -> new Refusal(ProblemType.SHEET_LINE_UNKNOWN)));
  }

  @Override
  public SyncAnswer synchronise(@Body @Valid SyncRequest request) {
    return synchroniseScans.synchronise(caller.deviceId(), request);
  }

  private static ProblemType problem(EnrolDevice.Reason reason) {
    return switch (reason) {
      case INVITATION_UNKNOWN -> ProblemType.INVITE_UNKNOWN;
      case INVITATION_USED -> ProblemType.INVITE_USED;
      case INVITATION_EXPIRED -> ProblemType.INVITE_EXPIRED;
      case PROOF_REFUSED -> ProblemType.DEVICE_PROOF_REFUSED;
    };
  }

  private static ProblemType problem(TakePhone.Reason reason) {
    return switch (reason) {
      case PIN_WRONG -> ProblemType.OPERATOR_PIN_WRONG;
      case PIN_GUESSED -> ProblemType.OPERATOR_PIN_GUESSED;
    };
  }

  private static ProblemType problem(RecordedScan.Reason reason) {
    return switch (reason) {
      case FORBIDDEN_LIST -> ProblemType.FORBIDDEN_LIST;
      case TWO_LISTS -> ProblemType.TWO_LISTS_AT_ONCE;
      case OVERRIDE_FORBIDDEN -> ProblemType.OVERRIDE_FORBIDDEN;
      case MISMATCH -> ProblemType.IDEMPOTENCY_MISMATCH;
      case INVALID -> ProblemType.VALIDATION;
    };
  }
}
