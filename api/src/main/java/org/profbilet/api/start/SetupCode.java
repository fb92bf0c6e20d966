package org.profbilet.api.start;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * Proves that the one who makes the first account can read the server's own screen. Lives in memory
 * until the account exists; five wrong tries and a restart is needed.
 */
@Singleton
class SetupCode {

  private static final int TRIES = 5;

  private @Nullable String code;
  private int triesLeft;

  synchronized void make() {
    code = "%08d".formatted(new SecureRandom().nextInt(100_000_000));
    triesLeft = TRIES;
  }

  /** The code to print, or null where there is somebody already. */
  synchronized @Nullable String show() {
    return code;
  }

  synchronized boolean matches(String given) {
    if (code == null || triesLeft == 0) {
      return false;
    }
    triesLeft--;
    return MessageDigest.isEqual(
        code.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  synchronized void forget() {
    code = null;
  }
}
