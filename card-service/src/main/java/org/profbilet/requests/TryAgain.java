package org.profbilet.requests;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else held the rows for too long; nothing was done and the same request may come again.
 */
public class TryAgain extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** lock_not_available, query_canceled, deadlock_detected, serialization_failure. */
  private static final Set<String> BUSY = Set.of("55P03", "57014", "40P01", "40001");

  public TryAgain() {
    super("the rows were busy", null, false, false);
  }

  /** Does the work; a database that made us wait too long becomes {@link TryAgain}. */
  public static <T> T whenBusy(Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      if (isBusy(e)) {
        throw new TryAgain();
      }
      throw e;
    }
  }

  private static boolean isBusy(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && BUSY.contains(String.valueOf(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }
}
