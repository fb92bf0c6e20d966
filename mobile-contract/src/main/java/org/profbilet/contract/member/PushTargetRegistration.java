package org.profbilet.contract.member;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A token for the apps, a subscription for the page, and never both.
 *
 * @param token of FCM, or the Firebase installation id
 * @param subscription what {@code PushSubscription.toJSON()} gives
 */
@Serdeable
public record PushTargetRegistration(
    @NotNull Kind kind,
    @Nullable @Size(min = 1, max = 4096) String token,
    @Nullable @Valid Subscription subscription) {

  /** What the device is registered with. */
  public enum Kind {
    FCM_TOKEN,
    FCM_INSTALLATION,
    WEB_PUSH
  }

  /** The subscription of a browser. */
  @Serdeable
  public record Subscription(@NotNull URI endpoint, @NotNull @Valid Keys keys) {
    @Override
    public String toString() {
      return "Subscription[…]";
    }
  }

  /** By which a message is encrypted for this browser alone. */
  @Serdeable
  public record Keys(
      @NotBlank @Pattern(regexp = "[A-Za-z0-9_=-]{87,88}") String p256dh,
      @NotBlank @Pattern(regexp = "[A-Za-z0-9_=-]{22,24}") String auth) {
    @Override
    public String toString() {
      return "Keys[…]";
    }
  }

  @AssertTrue(message = "token or subscription, as the kind says")
  boolean isConsistent() {
    return kind == Kind.WEB_PUSH
        ? subscription != null && token == null
        : token != null && subscription == null;
  }

  @Override
  public String toString() {
    return "PushTargetRegistration[" + kind + "]";
  }
}
