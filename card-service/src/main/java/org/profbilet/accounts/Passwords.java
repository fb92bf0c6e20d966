package org.profbilet.accounts;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Argon2id with the parameters OWASP recommends (19 MiB, 2 passes). Two hashes at a time: a storm
 * of sign-ins must not starve the doors that scan on the same machine.
 */
@Singleton
class Passwords {

  static final int MIN_LENGTH = 10;

  private static final Argon2Function ARGON2 =
      Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

  private final Semaphore lane = new Semaphore(2, true);
  private final String hashOfNobody = hash("nobody signs in with this");

  String hash(String password) {
    return inLane(() -> Password.hash(password).addRandomSalt(16).with(ARGON2).getResult());
  }

  boolean matches(String password, String hash) {
    return inLane(() -> Password.check(password, hash).with(ARGON2));
  }

  /** Takes as long as a real check, so that an unknown login cannot be told by the clock. */
  void matchNobody(String password) {
    matches(password, hashOfNobody);
  }

  private <T> T inLane(Supplier<T> work) {
    lane.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      lane.release();
    }
  }
}
