package org.profbilet.notifications.push;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.profbilet.access.RowScope;
import org.profbilet.contacts.RegisterPushTarget;
import org.profbilet.contacts.RegisterPushTarget.Kind;

/** A member's app or page says where it can be pushed to. It is no consent: that is asked apart. */
@Singleton
public class RegisterDevice {

  private final RowScope rows;
  private final RegisterPushTarget register;
  private final WebPushHosts hosts;
  private final JsonMapper json;

  RegisterDevice(RowScope rows, RegisterPushTarget register, WebPushHosts hosts, JsonMapper json) {
    this.rows = rows;
    this.register = register;
    this.hosts = hosts;
    this.json = json;
  }

  /** Kept, or named by a page that means another server than a browser's push service. */
  public enum Outcome {
    REGISTERED,
    FOREIGN_HOST
  }

  @Transactional
  public Outcome app(UUID personId, boolean installation, String token) {
    rows.person(personId);
    register.register(personId, kindOfApp(installation), token);
    return Outcome.REGISTERED;
  }

  @Transactional
  public Outcome page(UUID personId, URI endpoint, String p256dh, String auth) {
    if (!hosts.allows(endpoint)) {
      return Outcome.FOREIGN_HOST;
    }
    rows.person(personId);
    register.register(personId, Kind.WEB_PUSH, write(endpoint, p256dh, auth));
    return Outcome.REGISTERED;
  }

  @Transactional
  public void removeApp(UUID personId, boolean installation, String token) {
    rows.person(personId);
    register.remove(personId, kindOfApp(installation), token);
  }

  @Transactional
  public void removePage(UUID personId, URI endpoint, String p256dh, String auth) {
    rows.person(personId);
    register.remove(personId, Kind.WEB_PUSH, write(endpoint, p256dh, auth));
  }

  private static Kind kindOfApp(boolean installation) {
    return installation ? Kind.FCM_INSTALLATION : Kind.FCM_TOKEN;
  }

  private String write(URI endpoint, String p256dh, String auth) {
    try {
      WebPushSubscription subscription =
          new WebPushSubscription(endpoint, new WebPushSubscription.Keys(p256dh, auth));
      return json.writeValueAsString(subscription);
    } catch (IOException e) {
      throw new IllegalStateException("a subscription can be written as JSON", e);
    }
  }
}
