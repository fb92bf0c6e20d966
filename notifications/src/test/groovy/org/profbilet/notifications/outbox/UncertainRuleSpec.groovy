package org.profbilet.notifications.outbox

import org.profbilet.consents.Channel
import spock.lang.Specification

class UncertainRuleSpec extends Specification {

    def "a #priority message by #channel that may have been taken #before times goes again: #again"() {
        expect:
        (UncertainRule.of(channel, priority, before) == UncertainRule.AGAIN) == again

        where:
        channel       | priority               | before || again
        Channel.PUSH  | Priority.TRANSACTIONAL | 0      || true
        Channel.PUSH  | Priority.BROADCAST     | 5      || true
        Channel.EMAIL | Priority.TRANSACTIONAL | 0      || true
        Channel.EMAIL | Priority.TRANSACTIONAL | 1      || false
        Channel.EMAIL | Priority.BROADCAST     | 0      || false
        Channel.EMAIL | Priority.CHAIR_TASK    | 0      || false
        Channel.SMS   | Priority.TRANSACTIONAL | 0      || false
        Channel.SMS   | Priority.BROADCAST     | 0      || false
    }
}
