package org.profbilet.api.open;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Optional;

/** What a browser may do with an answer: our own scripts only, no frames, no referrer. */
@ServerFilter("/**")
class PageHeaders {

  private static final String POLICY =
      "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
          + "img-src 'self' data: blob:; worker-src 'self' blob:; object-src 'none'; "
          + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private static final MediaType WASM = MediaType.of("application/wasm");
  private static final MediaType MANIFEST = MediaType.of("application/manifest+json");

  private final boolean https;

  PageHeaders(@Value("${profbilet.public-url}") String publicUrl) {
    this.https = publicUrl.startsWith("https://");
  }

  @ResponseFilter
  void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
    if (response.code() == 200) {
      fileType(request.getPath()).ifPresent(response::contentType);
    }
    response.header("Content-Security-Policy", POLICY);
    response.header("X-Content-Type-Options", "nosniff");
    response.header("Referrer-Policy", "no-referrer");
    response.header("Permissions-Policy", "camera=(self), geolocation=(), microphone=()");
    if (https) {
      response.header("Strict-Transport-Security", "max-age=31536000");
    }
  }

  /**
   * Of files whose kind the framework does not know; without it nosniff keeps a browser off them.
   */
  private static Optional<MediaType> fileType(String path) {
    if (path.endsWith(".wasm")) {
      return Optional.of(WASM);
    }
    return path.endsWith(".webmanifest") ? Optional.of(MANIFEST) : Optional.empty();
  }
}
