package org.profbilet.notifications.unsubscribe;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.profbilet.consents.Channel;

/** Makes the links by which a member stops a channel, or advertising, without signing in. */
@Singleton
public class UnsubscribeLinks {

  private final UnsubscribeTokens tokens;
  private final String publicUrl;

  UnsubscribeLinks(
      UnsubscribeTokens tokens,
      @Value("${profbilet.public-url:`http://localhost:8080`}") String publicUrl) {
    this.tokens = tokens;
    this.publicUrl = publicUrl;
  }

  public String link(UUID deliveryId, UUID personId, Channel channel) {
    return link(new UnsubscribeToken(deliveryId, personId, channel, false));
  }

  /** Stops advertising alone, by every channel. */
  public String linkOfAds(UUID deliveryId, UUID personId, Channel channel) {
    return link(new UnsubscribeToken(deliveryId, personId, channel, true));
  }

  private String link(UnsubscribeToken token) {
    return publicUrl + "/v1/open/unsubscribe?token=" + tokens.write(token);
  }
}
