package org.profbilet.api.chair;

import io.micronaut.http.HttpResponse;
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
import org.profbilet.contract.chair.MeetingOperators;
import org.profbilet.contract.chair.NamedOperator;
import org.profbilet.contract.chair.NewOperator;
import org.profbilet.contract.chair.OperatorsApi;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.meetings.devices.NameOperators;
import org.profbilet.meetings.devices.OperatorRow;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class OperatorsController implements OperatorsApi {

  private final NameOperators nameOperators;
  private final Caller caller;

  OperatorsController(NameOperators nameOperators, Caller caller) {
    this.nameOperators = nameOperators;
    this.caller = caller;
  }

  @Override
  public MeetingOperators listOperators(UUID meetingId) {
    return new MeetingOperators(
        nameOperators.list(caller.accountId(), meetingId).stream()
            .map(OperatorsController::line)
            .toList());
  }

  @Override
  public NamedOperator nameOperator(
      UUID meetingId, @Header("Idempotency-Key") UUID key, @Body @Valid NewOperator operator) {
    return nameOperators
        .add(caller.accountId(), meetingId, key, operator.name())
        .map(named -> new NamedOperator(named.id(), named.name(), named.pin()))
        .orElseThrow(() -> new Refusal(ProblemType.IDEMPOTENCY_MISMATCH));
  }

  @Override
  public HttpResponse<?> endOperator(UUID meetingId, UUID operatorId) {
    nameOperators.end(caller.accountId(), meetingId, operatorId);
    return HttpResponse.noContent();
  }

  private static MeetingOperators.Line line(OperatorRow row) {
    return new MeetingOperators.Line(row.id(), row.name(), row.addedAt(), row.endedAt());
  }
}
