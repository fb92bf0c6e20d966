package org.profbilet.api.office;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.util.UUID;
import org.profbilet.access.Access;
import org.profbilet.access.Acting;
import org.profbilet.access.ReadByReason;
import org.profbilet.access.Right;
import org.profbilet.api.problem.Refusal;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.contract.office.OpenedPrimary;
import org.profbilet.contract.office.ReadingApi;
import org.profbilet.contract.office.StatedReason;
import org.profbilet.contract.problem.ProblemType;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class ReadingController implements ReadingApi {

  private final Access access;
  private final ReadByReason readByReason;
  private final Caller caller;

  ReadingController(Access access, ReadByReason readByReason, Caller caller) {
    this.access = access;
    this.readByReason = readByReason;
    this.caller = caller;
  }

  @Override
  public OpenedPrimary open(UUID organisationId, UUID key, @Body @Valid StatedReason reason) {
    Acting office = access.allow(caller.accountId(), organisationId, Right.READ_BY_REASON);
    return readByReason
        .open(office, organisationId, key, reason.reason().strip())
        .map(opened -> new OpenedPrimary(opened.id(), opened.primaryId(), opened.closesAt()))
        .orElseThrow(() -> new Refusal(ProblemType.IDEMPOTENCY_MISMATCH));
  }
}
