package org.profbilet.notifications.testing

import java.util.concurrent.ConcurrentLinkedQueue

/**
 * Who was sent to, who withdrew and who agreed again, on one monotonic clock. A hand-over that begins
 * after a withdrawal has returned, with no new consent asked for in between, is a violation.
 */
class ConsentHistory {

    static class Event {
        UUID person
        String what
        long at
    }

    private final Queue<Event> events = new ConcurrentLinkedQueue<>()

    void record(UUID person, String what) {
        events << new Event(person: person, what: what, at: System.nanoTime())
    }

    int count(String what) {
        events.count { it.what == what } as int
    }

    int violations() {
        events.groupBy { it.person }.values().sum(0) { List<Event> ofOne -> violationsOf(ofOne.sort { it.at }) } as int
    }

    private static int violationsOf(List<Event> inOrder) {
        def withdrawn = false
        int violations = 0
        inOrder.each {
            switch (it.what) {
                case 'WITHDRAWAL_RETURNED': withdrawn = true; break
                case 'CONSENT_ASKED': withdrawn = false; break
                case 'HANDED_OVER': violations += withdrawn ? 1 : 0; break
            }
        }
        violations
    }
}
