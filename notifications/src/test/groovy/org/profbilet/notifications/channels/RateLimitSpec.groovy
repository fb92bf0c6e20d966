package org.profbilet.notifications.channels

import java.util.concurrent.TimeUnit
import spock.lang.Specification

class RateLimitSpec extends Specification {

    private long now = 0

    def "no more than #perSecond messages go in a second, after a first one of as many"() {
        given:
        def limit = new RateLimit(perSecond, { now })

        expect:
        goneWithin(limit, 10, true) <= perSecond * 11
        goneWithin(limit, 10, true) >= perSecond * 10 - 1

        where:
        perSecond << [2, 10, 50]
    }

    def "a broadcast that takes all it can leaves room for personal messages at once"() {
        given:
        def limit = new RateLimit(50, { now })
        goneWithin(limit, 3, false)

        expect:
        (1..10).every { limit.take(true) == 0 }
        limit.take(false) > 0
    }

    def "a broadcast gets on where the limit is one a second"() {
        given:
        def limit = new RateLimit(1, { now })

        expect:
        goneWithin(limit, 60, false) >= 60
    }

    def "without a limit nobody waits"() {
        expect:
        new RateLimit(0, { now }).take(false) == 0
    }

    private int goneWithin(RateLimit limit, int seconds, boolean personal) {
        def end = now + TimeUnit.SECONDS.toNanos(seconds)
        def gone = 0
        while (now < end) {
            def wait = limit.take(personal)
            gone += wait == 0 ? 1 : 0
            now += wait
        }
        gone
    }
}
