package org.profbilet.notifications.outbox

import java.util.concurrent.CopyOnWriteArrayList
import org.profbilet.consents.Channel
import org.profbilet.consents.ConsentedAddress
import org.profbilet.notifications.channels.HandOver
import org.profbilet.notifications.channels.Message
import org.profbilet.notifications.channels.Readiness
import org.profbilet.notifications.channels.Sender

/** A provider that answers as told and remembers what it was given. */
class RecordingSender implements Sender {

    final Channel channel
    final List<UUID> sent = new CopyOnWriteArrayList<>()
    int width = 1
    int perSecond = 0
    volatile Readiness readiness = Readiness.READY
    Closure<HandOver> answer = { Message message, ConsentedAddress address -> new HandOver.Accepted(message.id().toString()) }

    RecordingSender(Channel channel) {
        this.channel = channel
    }

    @Override
    Channel channel() {
        channel
    }

    @Override
    String provider(ConsentedAddress address) {
        'SPEC'
    }

    @Override
    int width() {
        width
    }

    @Override
    int perSecond() {
        perSecond
    }

    @Override
    Readiness prepare() {
        readiness
    }

    @Override
    HandOver handOver(Message message, ConsentedAddress address) {
        def taken = answer.call(message, address)
        sent << message.personId()
        taken
    }
}
