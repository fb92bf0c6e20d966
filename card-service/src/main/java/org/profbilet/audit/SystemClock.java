package org.profbilet.audit;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The one clock of the application; specifications replace it by one that they move. */
@Factory
class SystemClock {

  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }
}
