package org.profbilet.notifications.outbox

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import org.profbilet.consents.Channel
import org.profbilet.notifications.channels.HandOver
import org.profbilet.notifications.testing.NotificationsSpec

/**
 * How fast messages go through the gate to a provider that answers at once, and how long a personal one takes
 * while a broadcast runs. Short here; {@code deploy/bench/dispatch} runs it long and prints the figures.
 */
@MicronautTest(transactional = false)
class DispatchSpec extends NotificationsSpec {

    private static final int MESSAGES = Integer.getInteger('bench.messages', 200)
    private static final int PERSONAL = Math.min(100, (MESSAGES / 20) as int)

    def "every message of a broadcast by #channel goes once, and personal ones overtake it"() {
        given:
        def people = (1..Math.min((MESSAGES / 4) as int, 200)).collect { aReachableMember(channel) }
        MESSAGES.times { tell(people[it % people.size()], channel) }
        asSuperuser { it.execute("UPDATE notifications.delivery SET priority = 'BROADCAST'") }
        def told = [:].asSynchronized()
        def waited = [].asSynchronized()
        def sender = new RecordingSender(channel)
        sender.width = 2
        sender.answer = { message, address ->
            def since = told.remove(message.personId())
            if (since) {
                waited << Duration.ofNanos(System.nanoTime() - since)
            }
            new HandOver.Accepted(null)
        }
        def reader = (1..PERSONAL).collect { aReachableMember(channel) }
        def dispatcher = new Dispatcher(context.getBean(Claims), context.getBean(Abandoned), context.getBean(WithoutRoute),
                context.getBean(DeclareIntent), context.getBean(HandOverDelivery), [sender])
        def memoryBefore = used()

        when:
        def begun = System.nanoTime()
        dispatcher.wake()
        reader.each {
            told[it] = System.nanoTime()
            tell(it, channel)
            dispatcher.wake()
            Thread.sleep(MESSAGES > 1000 ? 20 : 1)
        }
        dispatcher.sendDue()
        def lasted = Duration.ofNanos(System.nanoTime() - begun)
        dispatcher.close()
        waited.sort()
        def p99 = waited[Math.min(waited.size() - 1, Math.ceil(waited.size() * 0.99) as int)]
        report(channel, lasted, p99, (used() - memoryBefore) >> 20)

        then:
        sender.sent.size() == MESSAGES + PERSONAL
        statesSeen() == ['ACCEPTED']
        waited.size() == PERSONAL
        p99 < lasted.dividedBy(2)

        where:
        channel << (MESSAGES > 1000 ? [Channel.PUSH, Channel.EMAIL, Channel.SMS] : [Channel.SMS])
    }

    private static long used() {
        System.gc()
        Runtime.runtime.totalMemory() - Runtime.runtime.freeMemory()
    }

    private static void report(Channel channel, Duration lasted, Duration p99, long grown) {
        def line = String.format(Locale.ROOT, '%-5s %6d messages in %6.1f s: %5.0f a second; a personal message among them: p99 %d ms; heap %+d MB%n',
                channel, MESSAGES + PERSONAL, lasted.toMillis() / 1000.0, (MESSAGES + PERSONAL) * 1000.0 / lasted.toMillis(),
                p99.toMillis(), grown)
        def file = Path.of('target/bench/dispatch.txt')
        Files.createDirectories(file.parent)
        Files.writeString(file, line, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND)
    }

    private List<String> statesSeen() {
        asSuperuser { it.rows('SELECT DISTINCT state FROM notifications.delivery')*.state as List<String> }
    }

    private UUID aReachableMember(Channel channel) {
        def person = aMemberWhoAgreedTo(channel)
        switch (channel) {
            case Channel.PUSH: aDevice(person); break
            case Channel.EMAIL: aContact(person, kind: 'EMAIL', value: "m${person}@example.org".toString()); break
            default: aContact(person, kind: 'PHONE', value: "+7${person.hashCode().abs()}".toString(), verified: true)
        }
        person
    }
}
