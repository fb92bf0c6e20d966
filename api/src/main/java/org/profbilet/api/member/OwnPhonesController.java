package org.profbilet.api.member;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.time.Instant;
import java.util.UUID;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.contract.member.OwnPhones;
import org.profbilet.contract.member.OwnPhones.Phone;
import org.profbilet.contract.member.OwnPhonesApi;
import org.profbilet.credentials.OwnPhone;
import org.profbilet.credentials.OwnTicket;
import org.profbilet.credentials.RevokeDevice;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.MEMBER)
class OwnPhonesController implements OwnPhonesApi {

  private final OwnTicket ownTicket;
  private final RevokeDevice revokeDevice;
  private final Caller caller;

  OwnPhonesController(OwnTicket ownTicket, RevokeDevice revokeDevice, Caller caller) {
    this.ownTicket = ownTicket;
    this.revokeDevice = revokeDevice;
    this.caller = caller;
  }

  @Override
  public OwnPhones list() {
    UUID mine = caller.deviceId();
    return new OwnPhones(
        ownTicket.listPhones(caller.personId()).stream().map(phone -> shown(phone, mine)).toList());
  }

  @Override
  public HttpResponse<?> end(UUID phoneId) {
    revokeDevice.byMember(caller.personId(), phoneId);
    return HttpResponse.noContent();
  }

  private static Phone shown(OwnPhone phone, UUID mine) {
    return new Phone(
        phone.id(),
        phone.name(),
        phone.enrolledAt(),
        phone.lastProofAt() == 0 ? null : Instant.ofEpochMilli(phone.lastProofAt()),
        phone.id().equals(mine));
  }
}
