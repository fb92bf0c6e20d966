package org.profbilet.notifications.push;

import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;

/** What a browser gives a page that subscribes (W3C Push API, {@code toJSON()}). */
@Serdeable
record WebPushSubscription(URI endpoint, Keys keys) {

  @Serdeable
  record Keys(String p256dh, String auth) {
    @Override
    public String toString() {
      return "Keys[…]";
    }
  }

  @Override
  public String toString() {
    return "WebPushSubscription[…]";
  }
}
