package org.profbilet.testing

import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneId

/** A clock that a specification moves by hand. */
class MutableClock extends Clock {

    static final Instant START = Instant.parse('2026-11-20T07:00:00Z')

    private Instant now = START
    private boolean real

    /** From now on the time of the machine, for pages in a browser have no other. */
    void followTheMachine() {
        real = true
    }

    Instant getNow() {
        real ? Instant.now() : now
    }

    void setNow(Instant now) {
        this.now = now
    }

    void advance(Duration by) {
        now = now.plus(by)
    }

    @Override
    ZoneId getZone() {
        ZoneId.of('UTC')
    }

    @Override
    Clock withZone(ZoneId zone) {
        def outer = this
        new Clock() {
            @Override
            ZoneId getZone() {
                zone
            }

            @Override
            Clock withZone(ZoneId other) {
                outer.withZone(other)
            }

            @Override
            Instant instant() {
                outer.instant()
            }
        }
    }

    @Override
    Instant instant() {
        getNow()
    }
}
