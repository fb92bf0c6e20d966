package org.profbilet.api.limits;

import io.micronaut.http.HttpMethod;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one address may do without a session: so many requests at once, and one more after every
 * pause. A school has one address for everybody, so the numbers are those of a busy staff room;
 * what protects a single ticket or login is counted there, in the database.
 */
enum Limit {
  /** A code by e-mail costs a letter. */
  CODE(HttpMethod.POST, "/v1/open/activations/codes", 10, Duration.ofMinutes(2)),

  /** Sixty teachers around one table activate within an hour. */
  ACTIVATION(HttpMethod.POST, "/v1/open/activations", 60, Duration.ofSeconds(10)),

  /** A mail program posts once a letter. */
  UNSUBSCRIBE(HttpMethod.POST, "/v1/open/unsubscribe", 20, Duration.ofSeconds(10)),

  /** The queue of a shop; guessing a secret of 128 bits is hopeless long before. */
  CHECK(HttpMethod.POST, "/v1/open/checks", 30, Duration.ofSeconds(2)),

  /** A password costs the server's time to compare. */
  SIGN_IN(HttpMethod.POST, "/v1/session", 60, Duration.ofSeconds(5)),

  /** All that is open to everybody, and will be. */
  OPEN(null, "/v1/open/", 120, Duration.ofSeconds(1));

  private final @Nullable HttpMethod method;
  private final String path;
  private final int atOnce;
  private final Duration pause;

  Limit(@Nullable HttpMethod method, String path, int atOnce, Duration pause) {
    this.method = method;
    this.path = path;
    this.atOnce = atOnce;
    this.pause = pause;
  }

  int atOnce() {
    return atOnce;
  }

  /** After it one more request is allowed. */
  Duration pause() {
    return pause;
  }

  /** The narrowest one that speaks of the request. */
  static Optional<Limit> of(HttpMethod method, String path) {
    String asked =
        path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return Arrays.stream(values()).filter(limit -> limit.covers(method, asked)).findFirst();
  }

  private boolean covers(HttpMethod asked, String askedPath) {
    return method == null ? askedPath.startsWith(path) : method == asked && path.equals(askedPath);
  }
}
