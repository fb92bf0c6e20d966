package org.profbilet.notifications.unsubscribe;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.profbilet.consents.Channel;

/** Makes the link by which a member stops a channel without signing in. */
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
    UnsubscribeToken token = new UnsubscribeToken(deliveryId, personId, channel);
    return publicUrl + "/v1/open/unsubscribe?token=" + tokens.write(token);
  }
}
