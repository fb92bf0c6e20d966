package org.profbilet.notifications.push;

import com.google.firebase.FirebaseApp;
import com.google.firebase.FirebaseOptions;
import com.google.firebase.messaging.AndroidConfig;
import com.google.firebase.messaging.AndroidNotification;
import com.google.firebase.messaging.ApnsConfig;
import com.google.firebase.messaging.Aps;
import com.google.firebase.messaging.FirebaseMessaging;
import com.google.firebase.messaging.FirebaseMessagingException;
import com.google.firebase.messaging.Notification;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.profbilet.consents.AddressKind;
import org.profbilet.consents.ConsentedAddress;
import org.profbilet.notifications.channels.HandOver;
import org.profbilet.notifications.channels.Message;
import org.profbilet.notifications.channels.Readiness;
import org.profbilet.notifications.channels.RoutePause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request of the Admin SDK a message, never a batch: a batch loses all its results to one
 * answer that the SDK does not know.
 */
@Context
@Requires(property = "profbilet.firebase.credentials")
class FirebasePush implements PushService {

  private static final Logger LOG = LoggerFactory.getLogger(FirebasePush.class);
  private static final int CONNECT_MILLIS = 2_000;
  private static final int ANSWER_MILLIS = 3_000;
  private static final Duration LIFE = Duration.ofDays(1);
  private static final Duration AWAY = Duration.ofSeconds(30);
  private static final Duration MISCONFIGURED = Duration.ofMinutes(15);

  private final PreparedCredentials credentials;
  private final FirebaseApp app;
  private final FirebaseMessaging messaging;
  private final RoutePause pause;
  private final Clock clock;

  FirebasePush(FirebaseSettings settings, Clock clock) throws IOException {
    this.credentials = PreparedCredentials.read(Path.of(String.valueOf(settings.credentials())));
    this.app =
        FirebaseApp.initializeApp(
            FirebaseOptions.builder()
                .setCredentials(credentials)
                .setProjectId(credentials.project())
                .setHttpTransport(OneShotTransport.create(settings.endpoint()))
                .setConnectTimeout(CONNECT_MILLIS)
                .setReadTimeout(ANSWER_MILLIS)
                .setWriteTimeout(CONNECT_MILLIS)
                .build(),
            "profbilet-" + UUID.randomUUID());
    this.messaging = FirebaseMessaging.getInstance(app);
    this.pause = new RoutePause(clock);
    this.clock = clock;
  }

  @Override
  public String provider() {
    return "FCM";
  }

  @Override
  public boolean serves(ConsentedAddress address) {
    return address.kind() == AddressKind.FCM_TOKEN
        || address.kind() == AddressKind.FCM_INSTALLATION;
  }

  @Override
  public Readiness prepare() {
    if (pause.readiness() instanceof Readiness.Paused paused) {
      return paused;
    }
    try {
      credentials.refreshIfExpired();
    } catch (IOException e) {
      LOG.error("Firebase gives us no access token; push is paused for {}", AWAY);
      pause.close(AWAY, "NO_ACCESS_TOKEN");
    }
    return pause.readiness();
  }

  @Override
  public HandOver handOver(Message message, ConsentedAddress address) {
    try {
      String name = messaging.send(toSend(message, address));
      return new HandOver.Accepted(name.substring(name.lastIndexOf('/') + 1));
    } catch (FirebaseMessagingException e) {
      return judge(FirebaseAnswer.of(e, clock.instant()));
    } catch (IllegalArgumentException e) {
      // The SDK throws this at a status that is not among its sixteen.
      return new HandOver.Uncertain("UNKNOWN_STATUS");
    }
  }

  @PreDestroy
  void close() {
    app.delete();
  }

  private HandOver judge(FirebaseAnswer answer) {
    return switch (answer.kind()) {
      case GONE -> new HandOver.DeadAddress(answer.error());
      case REFUSED -> new HandOver.Dead(answer.error());
      case UNKNOWN -> new HandOver.Uncertain(answer.error());
      case LATER -> new HandOver.RetryAt(answer.notBefore(), answer.error());
      case THROTTLED -> throttled(answer);
      case NOT_REACHED -> new HandOver.RetryAt(pause.close(AWAY, "NOT_REACHED"), "NOT_REACHED");
      case OUR_FAULT -> ourFault(answer);
    };
  }

  private HandOver throttled(FirebaseAnswer answer) {
    Instant until = answer.notBefore() == null ? clock.instant().plus(AWAY) : answer.notBefore();
    return new HandOver.RetryAt(pause.close(until, answer.error()), answer.error());
  }

  private HandOver ourFault(FirebaseAnswer answer) {
    LOG.error("Firebase refuses us ({}); push is paused for {}", answer.error(), MISCONFIGURED);
    return new HandOver.RetryAt(pause.close(MISCONFIGURED, answer.error()), answer.error());
  }

  /** A copy of a message replaces it on the screen; the text says nothing about its reader. */
  private static com.google.firebase.messaging.Message toSend(
      Message message, ConsentedAddress address) {
    String id = message.id().toString();
    com.google.firebase.messaging.Message.Builder builder =
        com.google.firebase.messaging.Message.builder()
            .putData("delivery", id)
            .setNotification(Notification.builder().setTitle(message.hint()).build())
            .setAndroidConfig(
                AndroidConfig.builder()
                    .setTtl(LIFE.toMillis())
                    .setPriority(AndroidConfig.Priority.HIGH)
                    .setNotification(AndroidNotification.builder().setTag(id).build())
                    .build())
            .setApnsConfig(
                ApnsConfig.builder()
                    .putHeader("apns-collapse-id", id)
                    .setAps(Aps.builder().build())
                    .build());
    return address.kind() == AddressKind.FCM_INSTALLATION
        ? builder.setFid(address.value()).build()
        : builder.setToken(address.value()).build();
  }
}
