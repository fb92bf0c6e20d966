package org.profbilet.memberlists;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How far plans are that are being applied now, in percent. Only this process knows it: when it
 * dies, its transaction is undone and nothing is being applied any more.
 */
@Singleton
class ApplyProgress {

  private final Map<UUID, Integer> percents = new ConcurrentHashMap<>();

  void reached(UUID planId, int percent) {
    percents.put(planId, percent);
  }

  void end(UUID planId) {
    percents.remove(planId);
  }

  @Nullable Integer of(UUID planId) {
    return percents.get(planId);
  }
}
