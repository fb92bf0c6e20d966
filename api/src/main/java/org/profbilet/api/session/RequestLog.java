package org.profbilet.api.session;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line a request: its id, the template of its route, status and time; never an address with its
 * values.
 */
@ServerFilter("/**")
public class RequestLog implements Ordered {

  private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
  private static final String ID = "profbilet.request.id";
  private static final String STARTED = "profbilet.request.started";

  /** The id that the answer carries in X-Request-Id and a person may dictate to the help line. */
  public static String idOf(HttpRequest<?> request) {
    return request.getAttribute(ID, String.class).orElse("-");
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.FIRST.order();
  }

  @RequestFilter
  void begin(HttpRequest<?> request) {
    request.setAttribute(ID, UuidCreator.getTimeOrderedEpoch().toString());
    request.setAttribute(STARTED, System.nanoTime());
  }

  @ResponseFilter
  void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
    response.header("X-Request-Id", idOf(request));
    long started = request.getAttribute(STARTED, Long.class).orElse(System.nanoTime());
    String route = BasicHttpAttributes.getUriTemplate(request).orElse("(no route)");
    LOG.info(
        "{} {} {} {} {} ms",
        idOf(request),
        request.getMethodName(),
        route,
        response.code(),
        (System.nanoTime() - started) / 1_000_000);
  }
}
