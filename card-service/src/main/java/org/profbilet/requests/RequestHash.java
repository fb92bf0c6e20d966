package org.profbilet.requests;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells whether a request that comes again under the same key is the same request. */
public final class RequestHash {

  private RequestHash() {}

  /**
   * @param parts what the request says, each with a stable {@code toString}
   */
  public static String of(@Nullable Object... parts) {
    String words = Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining("\n"));
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(words.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
