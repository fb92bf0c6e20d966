package org.profbilet.api.office;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.profbilet.access.Access;
import org.profbilet.access.Right;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.contract.office.SentAgain;
import org.profbilet.contract.office.UndeliveredApi;
import org.profbilet.contract.office.UndeliveredMessages;
import org.profbilet.contract.office.UndeliveredReason;
import org.profbilet.notifications.undelivered.Undelivered;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class UndeliveredController implements UndeliveredApi {

  private final Undelivered undelivered;
  private final Access access;
  private final Caller caller;

  UndeliveredController(Undelivered undelivered, Access access, Caller caller) {
    this.undelivered = undelivered;
    this.access = access;
    this.caller = caller;
  }

  @Override
  public List<UndeliveredMessages> list(UUID organisationId) {
    access.allow(caller.accountId(), organisationId, Right.SEND_AGAIN);
    return undelivered.list().stream()
        .map(
            one ->
                new UndeliveredMessages(
                    new UndeliveredReason(
                        UndeliveredReason.Channel.valueOf(one.channel()),
                        UndeliveredReason.State.valueOf(one.state()),
                        one.error()),
                    one.messages(),
                    one.oldest(),
                    one.newest()))
        .toList();
  }

  @Override
  public SentAgain again(UUID organisationId, @Body @Valid UndeliveredReason reason) {
    access.allow(caller.accountId(), organisationId, Right.SEND_AGAIN);
    return new SentAgain(
        undelivered.again(
            caller.accountId(),
            organisationId,
            reason.channel().name(),
            reason.state().name(),
            reason.error()));
  }
}
