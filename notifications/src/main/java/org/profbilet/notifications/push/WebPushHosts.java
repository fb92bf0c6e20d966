package org.profbilet.notifications.push;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * The push services that browsers use. A page names the address to be called, so anything else
 * would let a member make this server call whom she likes.
 */
@Singleton
class WebPushHosts {

  private static final List<String> KNOWN =
      List.of(
          "fcm.googleapis.com",
          "updates.push.services.mozilla.com",
          ".push.services.mozilla.com",
          ".push.apple.com",
          ".notify.windows.com");

  private final List<String> more;

  /**
   * @param more hosts with port that may be called too, without TLS if need be; for specifications
   */
  WebPushHosts(@Value("${profbilet.web-push.more-hosts:}") List<String> more) {
    this.more = more.stream().filter(host -> !host.isBlank()).toList();
  }

  boolean allows(URI endpoint) {
    if (endpoint.getHost() == null || endpoint.getUserInfo() != null) {
      return false;
    }
    String host = endpoint.getHost().toLowerCase(Locale.ROOT);
    if (more.contains(host + ":" + endpoint.getPort())) {
      return true;
    }
    return "https".equals(endpoint.getScheme())
        && (endpoint.getPort() == -1 || endpoint.getPort() == 443)
        && KNOWN.stream()
            .anyMatch(known -> known.startsWith(".") ? host.endsWith(known) : host.equals(known));
  }
}
