package org.profbilet.notifications.outbox

import java.time.Duration
import java.time.Instant
import org.profbilet.consents.Channel
import org.profbilet.testing.MutableClock
import spock.lang.Specification

class BackoffSpec extends Specification {

    def clock = new MutableClock()

    def "after #attempts tries a #priority message waits at most #longest"() {
        given:
        def latest = new Backoff({ long bound -> bound - 1 }, clock)
        def earliest = new Backoff({ long bound -> 0L }, clock)

        expect:
        latest.next(claimed(priority, attempts), null) == clock.instant() + longest
        earliest.next(claimed(priority, attempts), null) == clock.instant() + Duration.ofMillis(1)

        where:
        attempts | priority               || longest
        0        | Priority.TRANSACTIONAL || Duration.ofSeconds(2)
        1        | Priority.TRANSACTIONAL || Duration.ofSeconds(4)
        5        | Priority.TRANSACTIONAL || Duration.ofSeconds(64)
        30       | Priority.TRANSACTIONAL || Duration.ofMinutes(15)
        2000     | Priority.TRANSACTIONAL || Duration.ofMinutes(15)
        30       | Priority.BROADCAST     || Duration.ofHours(1)
    }

    def "what a provider asks for is kept even where we would come sooner"() {
        given:
        def backoff = new Backoff({ long bound -> 0L }, clock)
        def asked = clock.instant() + Duration.ofHours(2)

        expect:
        backoff.next(claimed(Priority.TRANSACTIONAL, 0), asked) == asked
        backoff.next(claimed(Priority.TRANSACTIONAL, 0), clock.instant() - Duration.ofHours(2)) > clock.instant()
    }

    private static Claimed claimed(Priority priority, int attempts) {
        new Claimed(UUID.randomUUID(), UUID.randomUUID(), NoticeKind.CARD_ISSUED, Channel.PUSH, priority, attempts, Instant.MAX, null, null)
    }
}
