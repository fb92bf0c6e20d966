package org.profbilet.meetings.scans;

import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.profbilet.contract.scanner.Scan;
import org.profbilet.contract.scanner.ScanAnswer;
import org.profbilet.contract.scanner.ScanVoid;
import org.profbilet.contract.scanner.SyncAnswer;
import org.profbilet.contract.scanner.SyncAnswer.Result;
import org.profbilet.contract.scanner.SyncAnswer.Status;
import org.profbilet.contract.scanner.SyncAnswer.VoidResult;
import org.profbilet.contract.scanner.SyncRequest;
import org.profbilet.contract.scanner.VoidAnswer;

/**
 * Takes what a device kept while it had no network. Every scan is judged and committed alone: a bad
 * one never fails the others, and what is stored stays stored where the answer is lost.
 */
@Singleton
public class SynchroniseScans {

  private final RecordScan recordScan;
  private final TakeBack takeBack;
  private final ReportToDevice reportToDevice;
  private final Validator validator;
  private final Clock clock;

  SynchroniseScans(
      RecordScan recordScan,
      TakeBack takeBack,
      ReportToDevice reportToDevice,
      Validator validator,
      Clock clock) {
    this.recordScan = recordScan;
    this.takeBack = takeBack;
    this.reportToDevice = reportToDevice;
    this.validator = validator;
    this.clock = clock;
  }

  /**
   * @throws DeviceRevoked where the device's right has ended
   */
  public SyncAnswer synchronise(UUID deviceId, SyncRequest request) {
    Delivery delivery = new Delivery(request, clock.instant());
    List<Result> results =
        request.scans().stream().map(scan -> deliver(deviceId, scan, delivery)).toList();
    List<VoidResult> voids =
        request.voids().stream().map(taken -> takeBack(deviceId, taken, delivery)).toList();
    return reportToDevice.report(deviceId, delivery, results, voids);
  }

  private VoidResult takeBack(UUID deviceId, ScanVoid taken, Delivery delivery) {
    return new VoidResult(
        taken.voidId(),
        takeBack
            .takeBackDelivered(deviceId, taken, delivery)
            .map(VoidAnswer::outcome)
            .orElse(null));
  }

  private Result deliver(UUID deviceId, Scan scan, Delivery delivery) {
    if (!validator.validate(scan).isEmpty()) {
      return refused(scan, Status.INVALID);
    }
    RecordedScan recorded = recordScan.recordDelivered(deviceId, scan, delivery);
    if (recorded instanceof RecordedScan.Decided decided) {
      ScanAnswer answer = decided.answer();
      Status status =
          answer.replayed()
              ? Status.REPLAYED
              : decided.isQuarantined() ? Status.QUARANTINED : Status.ACCEPTED;
      return new Result(scan.scanId(), status, answer.outcome(), answer.reason());
    }
    return refused(scan, status(((RecordedScan.Refused) recorded).reason()));
  }

  private static Result refused(Scan scan, Status status) {
    return new Result(scan.scanId(), status, null, null);
  }

  private static Status status(RecordedScan.Reason reason) {
    return switch (reason) {
      case FORBIDDEN_LIST -> Status.FORBIDDEN_LIST;
      case OVERRIDE_FORBIDDEN -> Status.OVERRIDE_FORBIDDEN;
      case MISMATCH -> Status.MISMATCH;
      case INVALID, TWO_LISTS -> Status.INVALID;
    };
  }
}
