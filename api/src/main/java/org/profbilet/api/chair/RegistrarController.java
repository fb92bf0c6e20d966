package org.profbilet.api.chair;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.util.UUID;
import org.profbilet.api.problem.Refusal;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.contract.chair.MeetingConflicts;
import org.profbilet.contract.chair.NewRuling;
import org.profbilet.contract.chair.NewVoid;
import org.profbilet.contract.chair.RegistrarApi;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.contract.scanner.DoorStatus;
import org.profbilet.contract.scanner.VoidAnswer;
import org.profbilet.meetings.organisers.RuleOnConflict;
import org.profbilet.meetings.scans.ShowStatus;
import org.profbilet.meetings.scans.TakeBack;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class RegistrarController implements RegistrarApi {

  private final RuleOnConflict ruleOnConflict;
  private final TakeBack takeBack;
  private final ShowStatus showStatus;
  private final Caller caller;

  RegistrarController(
      RuleOnConflict ruleOnConflict, TakeBack takeBack, ShowStatus showStatus, Caller caller) {
    this.ruleOnConflict = ruleOnConflict;
    this.takeBack = takeBack;
    this.showStatus = showStatus;
    this.caller = caller;
  }

  @Override
  public MeetingConflicts listConflicts(UUID meetingId) {
    return ruleOnConflict.list(caller.accountId(), meetingId);
  }

  @Override
  public MeetingConflicts rule(UUID meetingId, UUID conflictId, @Body @Valid NewRuling ruling) {
    if (!ruleOnConflict.rule(caller.accountId(), meetingId, conflictId, ruling)) {
      throw new Refusal(ProblemType.RULING_IMPOSSIBLE);
    }
    return listConflicts(meetingId);
  }

  @Override
  public VoidAnswer takeBack(
      UUID meetingId,
      UUID scanId,
      @Header("Idempotency-Key") UUID key,
      @Body @Valid NewVoid taken) {
    return takeBack
        .takeBack(caller.accountId(), meetingId, scanId, key, taken.reason())
        .orElseThrow(() -> new Refusal(ProblemType.IDEMPOTENCY_MISMATCH));
  }

  @Override
  public DoorStatus showStatus(UUID meetingId, UUID listId) {
    return showStatus.atDesk(caller.accountId(), meetingId, listId);
  }
}
