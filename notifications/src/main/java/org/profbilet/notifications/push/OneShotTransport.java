package org.profbilet.notifications.push;

import com.google.firebase.internal.ApacheHttp2Transport;
import java.net.URI;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/**
 * The SDK's transport without its secret repetitions: it would send again after a 503 (up to four
 * times, for minutes) and after a 401, long after our look at the consent. Both codes are renamed
 * on their way in, so that the SDK reads the answer and leaves it at that.
 */
final class OneShotTransport {

  private static final int UNAVAILABLE = 503;
  private static final int UNAVAILABLE_RENAMED = 593;
  private static final int UNAUTHORISED = 401;
  private static final int UNAUTHORISED_RENAMED = 491;

  private OneShotTransport() {}

  static ApacheHttp2Transport create(@Nullable URI standIn) {
    HttpAsyncClientBuilder builder = ApacheHttp2Transport.defaultHttpAsyncClientBuilder();
    builder.addResponseInterceptorFirst(
        (response, entity, context) -> response.setCode(rename(response.getCode())));
    if (standIn != null) {
      HttpHost host = new HttpHost(standIn.getScheme(), standIn.getHost(), standIn.getPort());
      builder.setRoutePlanner((target, context) -> new HttpRoute(host));
    }
    return new ApacheHttp2Transport(builder.build());
  }

  /** What the server really said. */
  static int codeOf(int seen) {
    return switch (seen) {
      case UNAVAILABLE_RENAMED -> UNAVAILABLE;
      case UNAUTHORISED_RENAMED -> UNAUTHORISED;
      default -> seen;
    };
  }

  private static int rename(int code) {
    return switch (code) {
      case UNAVAILABLE -> UNAVAILABLE_RENAMED;
      case UNAUTHORISED -> UNAUTHORISED_RENAMED;
      default -> code;
    };
  }
}
