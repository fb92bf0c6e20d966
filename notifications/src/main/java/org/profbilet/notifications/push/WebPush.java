package org.profbilet.notifications.push;

import com.zerodeplibs.webpush.PushSubscription;
import com.zerodeplibs.webpush.httpclient.StandardHttpClientRequestPreparer;
import io.micronaut.context.annotation.Value;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.profbilet.consents.AddressKind;
import org.profbilet.consents.ConsentedAddress;
import org.profbilet.notifications.channels.HandOver;
import org.profbilet.notifications.channels.Message;
import org.profbilet.notifications.channels.Readiness;
import org.profbilet.notifications.channels.RetryAfter;

/** Push to the page itself, encrypted for the browser alone; no Firebase is needed. */
@Singleton
class WebPush implements PushService {

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(4);

  private final VapidKeys keys;
  private final WebPushHosts hosts;
  private final JsonMapper json;
  private final String subject;
  private final Clock clock;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();

  /**
   * @param subject whom a push service asks when our messages trouble it, as {@code mailto:} or
   *     {@code https:} (RFC 8292 §2.1)
   */
  WebPush(
      VapidKeys keys,
      WebPushHosts hosts,
      JsonMapper json,
      @Value("${profbilet.web-push.subject:`mailto:noreply@profbilet.org`}") String subject,
      Clock clock) {
    if (!subject.startsWith("mailto:") && !subject.startsWith("https:")) {
      throw new IllegalArgumentException("PROFBILET_WEB_PUSH_SUBJECT is no mailto: or https:");
    }
    this.keys = keys;
    this.hosts = hosts;
    this.json = json;
    this.subject = subject;
    this.clock = clock;
  }

  @Override
  public String provider() {
    return "WEB_PUSH";
  }

  @Override
  public boolean serves(ConsentedAddress address) {
    return address.kind() == AddressKind.WEB_PUSH;
  }

  @Override
  public Readiness prepare() {
    return Readiness.READY;
  }

  @Override
  public HandOver handOver(Message message, ConsentedAddress address) {
    HttpRequest request;
    try {
      WebPushSubscription subscription = json.readValue(address.value(), WebPushSubscription.class);
      if (!hosts.allows(subscription.endpoint())) {
        return new HandOver.Dead("FOREIGN_HOST");
      }
      request = request(message, subscription);
    } catch (IOException | RuntimeException e) {
      return new HandOver.Dead("NOT_A_SUBSCRIPTION");
    }
    return send(request);
  }

  private HandOver send(HttpRequest request) {
    try {
      return judge(client.send(request, HttpResponse.BodyHandlers.discarding()));
    } catch (ConnectException | HttpConnectTimeoutException e) {
      return new HandOver.RetryAt(null, "NOT_REACHED");
    } catch (IOException e) {
      return new HandOver.Uncertain("NO_ANSWER");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new HandOver.Uncertain("LIMIT");
    }
  }

  private HandOver judge(HttpResponse<Void> response) {
    int status = response.statusCode();
    String error = "HTTP_" + status;
    if (status / 100 == 2) {
      return new HandOver.Accepted(null);
    }
    if (status == 404 || status == 410) {
      return new HandOver.DeadAddress(error);
    }
    if (status == 429 || status >= 500) {
      String after = response.headers().firstValue("Retry-After").orElse(null);
      return new HandOver.RetryAt(RetryAfter.read(after, clock.instant()).orElse(null), error);
    }
    return new HandOver.Dead(error);
  }

  /** The topic makes a copy replace the first one while the device is away. */
  private HttpRequest request(Message message, WebPushSubscription given) throws IOException {
    PushSubscription.Keys device = new PushSubscription.Keys();
    device.setP256dh(given.keys().p256dh());
    device.setAuth(given.keys().auth());
    PushSubscription subscription = new PushSubscription();
    subscription.setEndpoint(given.endpoint().toString());
    subscription.setKeys(device);
    String payload =
        json.writeValueAsString(
            Map.of("delivery", message.id().toString(), "text", message.hint()));
    return StandardHttpClientRequestPreparer.getBuilder()
        .pushSubscription(subscription)
        .vapidJWTExpiresAfter(12, TimeUnit.HOURS)
        .vapidJWTSubject(subject)
        .pushMessage(payload)
        .ttl(1, TimeUnit.DAYS)
        .urgencyHigh()
        .topic(message.id().toString().replace("-", ""))
        .build(keys.pair())
        .toRequestBuilder()
        .timeout(ANSWER)
        .build();
  }
}
