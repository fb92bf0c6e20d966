package org.profbilet.notifications.outbox

import io.micronaut.context.ApplicationContext
import java.util.concurrent.CopyOnWriteArrayList
import org.profbilet.consents.Channel
import org.profbilet.consents.ConsentedAddress
import org.profbilet.notifications.channels.HandOver
import org.profbilet.notifications.channels.Message

/** The dispatcher with providers that remember, as a whole or step by step. */
class BroadcastSpecLanes {

    final Map<Channel, List<UUID>> told = [:]
    final Map<UUID, String> bodies = [:].asSynchronized()
    Closure<HandOver> answer = { Channel channel, Message message, ConsentedAddress address -> new HandOver.Accepted(message.id().toString()) }

    private final UUID lease = UUID.randomUUID()
    private final ApplicationContext context
    private final Map<Channel, RecordingSender> senders

    BroadcastSpecLanes(ApplicationContext context, List<Channel> channels, int width = 1) {
        this.context = context
        this.senders = channels.collectEntries { channel ->
            told[channel] = new CopyOnWriteArrayList<UUID>()
            def sender = new RecordingSender(channel)
            sender.width = width
            sender.answer = { Message message, ConsentedAddress address ->
                def given = answer.call(channel, message, address)
                told[channel] << message.personId()
                bodies[message.personId()] = message.body()
                given
            }
            [channel, sender]
        }
    }

    /** Until nothing is due. */
    void send() {
        def dispatcher = new Dispatcher(context.getBean(Claims), context.getBean(Abandoned), context.getBean(WithoutRoute),
                context.getBean(DeclareIntent), context.getBean(HandOverDelivery), senders.values().toList())
        dispatcher.sendDue()
        dispatcher.close()
    }

    List<Claimed> claim(Channel channel, int most = 1) {
        context.getBean(Claims).claim(channel, Priority.FOR_MANY, lease, most)
    }

    void handOver(List<Claimed> claimed) {
        claimed.each {
            if (context.getBean(DeclareIntent).declare(it, lease)) {
                context.getBean(HandOverDelivery).handOver(it, lease, senders[it.channel()])
            }
        }
    }
}
