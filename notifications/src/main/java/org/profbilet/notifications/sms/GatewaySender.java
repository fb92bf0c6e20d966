package org.profbilet.notifications.sms;

import io.micronaut.context.annotation.Requires;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.profbilet.consents.Channel;
import org.profbilet.consents.ConsentedAddress;
import org.profbilet.notifications.channels.HandOver;
import org.profbilet.notifications.channels.Message;
import org.profbilet.notifications.channels.Readiness;
import org.profbilet.notifications.channels.RetryAfter;
import org.profbilet.notifications.channels.RoutePause;
import org.profbilet.notifications.channels.Sender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SMS by the HTTP interface of a gateway. What is neither taken nor refused in words that the
 * settings know is uncertain: a gateway may answer an accident after it has sent.
 */
@Singleton
@Requires(property = "profbilet.sms-gateway.url")
@Requires(missingProperty = "profbilet.smpp.host")
class GatewaySender implements Sender {

  private static final Logger LOG = LoggerFactory.getLogger(GatewaySender.class);
  private static final int WIDTH = 2;
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(4);
  private static final Duration AWAY = Duration.ofSeconds(30);
  private static final Duration MISCONFIGURED = Duration.ofMinutes(5);
  private static final Pattern BLANK = Pattern.compile("\\{(phone|text|id|sender)}");

  private final GatewaySettings settings;
  private final Pattern accepted;
  private final @Nullable Pattern refused;
  private final @Nullable Pattern again;
  private final JsonMapper json;
  private final RoutePause pause;
  private final Clock clock;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();

  GatewaySender(GatewaySettings settings, JsonMapper json, Clock clock) {
    this.settings = settings;
    this.accepted = Pattern.compile(settings.accepted());
    this.refused = compile(settings.refused());
    this.again = compile(settings.again());
    this.json = json;
    this.pause = new RoutePause(clock);
    this.clock = clock;
  }

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  @Override
  public String provider(ConsentedAddress address) {
    return "SMS_GATEWAY";
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int perSecond() {
    return settings.perSecond();
  }

  @Override
  public Readiness prepare() {
    return pause.readiness();
  }

  @Override
  public HandOver handOver(Message message, ConsentedAddress address) {
    HttpRequest request;
    try {
      request = request(message, address.value());
    } catch (IOException e) {
      return new HandOver.Dead("NOT_WRITABLE");
    }
    try {
      return judge(client.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (ConnectException | HttpConnectTimeoutException e) {
      return new HandOver.RetryAt(pause.close(AWAY, "NOT_REACHED"), "NOT_REACHED");
    } catch (IOException e) {
      return new HandOver.Uncertain("NO_ANSWER");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new HandOver.Uncertain("LIMIT");
    }
  }

  private HandOver judge(HttpResponse<String> response) {
    int status = response.statusCode();
    String error = "HTTP_" + status;
    if (status == 429 || status == 503) {
      Instant asked =
          RetryAfter.read(
                  response.headers().firstValue("Retry-After").orElse(null), clock.instant())
              .orElseGet(() -> clock.instant().plus(AWAY));
      return new HandOver.RetryAt(pause.close(asked, error), error);
    }
    if (isAboutUs(status)) {
      LOG.error("The SMS gateway refuses us ({}); SMS is paused for {}", error, MISCONFIGURED);
      return new HandOver.RetryAt(pause.close(MISCONFIGURED, error), error);
    }
    return status >= 500 ? new HandOver.Uncertain(error) : read(response.body(), status / 100 == 2);
  }

  /** A wrong key or a wrong address: every other message would fail alike. */
  private static boolean isAboutUs(int status) {
    return status / 100 == 3 || status == 401 || status == 403 || status == 404 || status == 405;
  }

  /** The words of the settings first: many gateways say everything with status 200. */
  private HandOver read(String answer, boolean isGood) {
    if (isIn(answer, again)) {
      return new HandOver.RetryAt(pause.close(AWAY, "TOLD_TO_WAIT"), "TOLD_TO_WAIT");
    }
    if (!isGood || isIn(answer, refused)) {
      return new HandOver.Dead("REFUSED");
    }
    Matcher taken = accepted.matcher(answer);
    if (!taken.find()) {
      return new HandOver.Uncertain("UNKNOWN_ANSWER");
    }
    return new HandOver.Accepted(taken.groupCount() > 0 ? taken.group(1) : null);
  }

  private static @Nullable Pattern compile(@Nullable String pattern) {
    return pattern == null ? null : Pattern.compile(pattern);
  }

  private static boolean isIn(String answer, @Nullable Pattern pattern) {
    return pattern != null && pattern.matcher(answer).find();
  }

  private HttpRequest request(Message message, String phone) throws IOException {
    Map<String, String> values =
        Map.of(
            "phone", phone,
            "text", message.brief(),
            "id", message.id().toString(),
            "sender", settings.sender());
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(settings.url())
            .timeout(ANSWER)
            .header("Content-Type", settings.contentType())
            .POST(HttpRequest.BodyPublishers.ofString(fill(values)));
    if (settings.authorization() != null) {
      builder.header("Authorization", settings.authorization());
    }
    return builder.build();
  }

  private String fill(Map<String, String> values) throws IOException {
    StringBuilder body = new StringBuilder();
    Matcher blank = BLANK.matcher(settings.body());
    while (blank.find()) {
      String value = escape(values.getOrDefault(blank.group(1), ""));
      blank.appendReplacement(body, Matcher.quoteReplacement(value));
    }
    return blank.appendTail(body).toString();
  }

  private String escape(String value) throws IOException {
    if (!settings.isJson()) {
      return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
    String quoted = json.writeValueAsString(value);
    return quoted.substring(1, quoted.length() - 1);
  }
}
