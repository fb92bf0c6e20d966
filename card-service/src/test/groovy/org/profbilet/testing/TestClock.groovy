package org.profbilet.testing

import io.micronaut.context.annotation.Factory
import io.micronaut.context.annotation.Replaces
import io.micronaut.context.annotation.Requires
import jakarta.inject.Singleton
import java.time.Clock

@Factory
@Requires(property = 'profbilet.test')
class TestClock {

    @Singleton
    @Replaces(Clock)
    MutableClock clock() {
        new MutableClock()
    }
}
