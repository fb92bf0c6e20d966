package org.profbilet.api.member;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.util.Objects;
import org.profbilet.api.problem.Refusal;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.contract.member.PushSettings;
import org.profbilet.contract.member.PushTargetApi;
import org.profbilet.contract.member.PushTargetRegistration;
import org.profbilet.contract.member.PushTargetRegistration.Kind;
import org.profbilet.contract.member.PushTargetRegistration.Subscription;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.notifications.push.RegisterDevice;
import org.profbilet.notifications.push.VapidKeys;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.MEMBER)
class PushTargetController implements PushTargetApi {

  private final RegisterDevice registerDevice;
  private final VapidKeys keys;
  private final Caller caller;

  PushTargetController(RegisterDevice registerDevice, VapidKeys keys, Caller caller) {
    this.registerDevice = registerDevice;
    this.keys = keys;
    this.caller = caller;
  }

  @Override
  public PushSettings show() {
    return new PushSettings(keys.publicKey());
  }

  @Override
  public HttpResponse<?> register(@Body @Valid PushTargetRegistration registration) {
    checkFits(registration);
    return switch (outcome(registration)) {
      case REGISTERED -> HttpResponse.noContent();
      case FOREIGN_HOST -> throw new Refusal(ProblemType.VALIDATION);
    };
  }

  @Override
  public HttpResponse<?> remove(@Body @Valid PushTargetRegistration registration) {
    checkFits(registration);
    if (registration.kind() == Kind.WEB_PUSH) {
      Subscription page = Objects.requireNonNull(registration.subscription());
      registerDevice.removePage(
          caller.personId(), page.endpoint(), page.keys().p256dh(), page.keys().auth());
    } else {
      registerDevice.removeApp(
          caller.personId(),
          registration.kind() == Kind.FCM_INSTALLATION,
          Objects.requireNonNull(registration.token()));
    }
    return HttpResponse.noContent();
  }

  private static void checkFits(PushTargetRegistration registration) {
    if (!registration.fitsItsKind()) {
      throw new Refusal(ProblemType.VALIDATION);
    }
  }

  private RegisterDevice.Outcome outcome(PushTargetRegistration registration) {
    if (registration.kind() == Kind.WEB_PUSH) {
      Subscription page = Objects.requireNonNull(registration.subscription());
      return registerDevice.page(
          caller.personId(), page.endpoint(), page.keys().p256dh(), page.keys().auth());
    }
    return registerDevice.app(
        caller.personId(),
        registration.kind() == Kind.FCM_INSTALLATION,
        Objects.requireNonNull(registration.token()));
  }
}
