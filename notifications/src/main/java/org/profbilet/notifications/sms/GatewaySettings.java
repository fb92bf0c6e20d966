package org.profbilet.notifications.sms;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A gateway that takes SMS over HTTP ({@code PROFBILET_SMS_GATEWAY_URL} …), described by settings
 * alone. Used where no SMS centre is set.
 *
 * @param authorization the whole value of that header, or none
 * @param body with {@code {phone}}, {@code {text}}, {@code {id}} and {@code {sender}}; each is
 *     written as the content type demands
 * @param accepted what an answer of a taken message looks like, as a regular expression; its first
 *     group is the gateway's number of it
 * @param refused what an answer looks like by which the gateway takes nothing and never will
 * @param again what an answer looks like by which the gateway takes nothing now
 * @param perSecond what the contract allows; 0 where it sets no limit
 */
@ConfigurationProperties("profbilet.sms-gateway")
@Requires(property = "profbilet.sms-gateway.url")
record GatewaySettings(
    URI url,
    @Nullable String authorization,
    @Bindable(defaultValue = "application/json") String contentType,
    @Bindable(
            defaultValue =
                "{\"to\":\"{phone}\",\"from\":\"{sender}\",\"text\":\"{text}\",\"id\":\"{id}\"}")
        String body,
    @Bindable(defaultValue = "\"id\"\\s*:\\s*\"?([A-Za-z0-9_.-]+)") String accepted,
    @Nullable String refused,
    @Nullable String again,
    @Bindable(defaultValue = "Profbilet") String sender,
    @Bindable(defaultValue = "0") int perSecond) {

  GatewaySettings {
    if (!body.contains("{phone}") || !body.contains("{text}")) {
      throw new IllegalArgumentException(
          "PROFBILET_SMS_GATEWAY_BODY names no {phone} or no {text}");
    }
    if (!isJson(contentType) && !isForm(contentType)) {
      throw new IllegalArgumentException(
          "PROFBILET_SMS_GATEWAY_CONTENT_TYPE is neither JSON nor a form");
    }
  }

  boolean isJson() {
    return isJson(contentType);
  }

  private static boolean isJson(String contentType) {
    return contentType.startsWith("application/json");
  }

  private static boolean isForm(String contentType) {
    return contentType.startsWith("application/x-www-form-urlencoded");
  }

  @Override
  public String toString() {
    return "GatewaySettings[" + url.getHost() + "]";
  }
}
