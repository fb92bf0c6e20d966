package org.profbilet.notifications.push;

import com.google.firebase.IncomingHttpResponse;
import com.google.firebase.messaging.FirebaseMessagingException;
import com.google.firebase.messaging.MessagingErrorCode;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;
import org.profbilet.notifications.channels.RetryAfter;

/**
 * A refusal of Firebase by its own code, else by its HTTP status; without an answer nobody knows.
 */
record FirebaseAnswer(Kind kind, String error, @Nullable Instant notBefore) {

  enum Kind {
    GONE,
    REFUSED,
    THROTTLED,
    LATER,
    /** Our key or our project is wrong: every other message would fail alike. */
    OUR_FAULT,
    NOT_REACHED,
    UNKNOWN
  }

  static FirebaseAnswer of(FirebaseMessagingException failure, Instant now) {
    IncomingHttpResponse response = failure.getHttpResponse();
    int status = response == null ? 0 : OneShotTransport.codeOf(response.getStatusCode());
    MessagingErrorCode code = failure.getMessagingErrorCode();
    Kind kind = code == null ? byStatus(status, failure) : byCode(code);
    String error = code == null ? "HTTP_" + status : code.name();
    Instant notBefore =
        response == null
            ? null
            : RetryAfter.read(header(response.getHeaders(), "retry-after").orElse(null), now)
                .orElse(null);
    return new FirebaseAnswer(kind, error, notBefore);
  }

  private static Kind byCode(MessagingErrorCode code) {
    return switch (code) {
      case UNREGISTERED -> Kind.GONE;
      // A token of another project: no message of ours will reach it, but others are well.
      case SENDER_ID_MISMATCH, INVALID_ARGUMENT -> Kind.REFUSED;
      case QUOTA_EXCEEDED -> Kind.THROTTLED;
      case UNAVAILABLE, INTERNAL -> Kind.LATER;
      case THIRD_PARTY_AUTH_ERROR -> Kind.OUR_FAULT;
    };
  }

  private static Kind byStatus(int status, Throwable failure) {
    if (status == 0) {
      return neverLeft(failure) ? Kind.NOT_REACHED : Kind.UNKNOWN;
    }
    if (status == 401 || status == 403) {
      return Kind.OUR_FAULT;
    }
    if (status == 429) {
      return Kind.THROTTLED;
    }
    if (status >= 500) {
      return Kind.LATER;
    }
    return status >= 400 ? Kind.REFUSED : Kind.UNKNOWN;
  }

  private static boolean neverLeft(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException
          || cause instanceof UnknownHostException
          || cause instanceof ConnectTimeoutException) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> header(Map<String, Object> headers, String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().toLowerCase(Locale.ROOT).equals(name))
        .map(Map.Entry::getValue)
        .map(value -> value instanceof List<?> list && !list.isEmpty() ? list.get(0) : value)
        .map(String::valueOf)
        .findFirst();
  }
}
