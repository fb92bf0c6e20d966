package org.profbilet.notifications.outbox

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.time.Duration
import java.util.concurrent.Callable
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import org.profbilet.consents.Channel
import org.profbilet.notifications.channels.HandOver
import org.profbilet.notifications.channels.Message
import org.profbilet.notifications.channels.Readiness
import org.profbilet.notifications.testing.NotificationsSpec
import org.profbilet.requests.TryAgain
import spock.lang.AutoCleanup

/** Counts in, counts out: whatever happens to a provider, no message is lost and none goes twice that must not. */
@MicronautTest(transactional = false)
class FaultsSpec extends NotificationsSpec {

    private static final int MEMBERS = 8

    @AutoCleanup('shutdownNow')
    def threads = Executors.newCachedThreadPool()

    def sms = new RecordingSender(Channel.SMS)
    List<UUID> members

    def setup() {
        members = (1..MEMBERS).collect { aMemberWithPhone() }
        members.each { tell(it, Channel.SMS) }
    }

    def "a provider that is down is asked for nobody; when it is back everybody gets it once"() {
        given:
        sms.readiness = new Readiness.Paused('NO_CONNECTION')

        when:
        send()
        def during = states()
        sms.readiness = Readiness.READY
        send()

        then:
        during == [PENDING: MEMBERS]
        states() == [ACCEPTED: MEMBERS]
        sms.sent.toSet() == members.toSet()
        sms.sent.size() == MEMBERS
    }

    def "a provider that asks to wait is left alone until then, and everybody gets it once"() {
        given:
        def later = clock.instant().plus(Duration.ofMinutes(10))
        def asked = []
        sms.answer = { Message message, address ->
            asked << clock.instant()
            if (clock.instant().isBefore(later)) {
                sms.readiness = new Readiness.Paused('HTTP_429')
                return new HandOver.RetryAt(later, 'HTTP_429')
            }
            new HandOver.Accepted(null)
        }

        when:
        send()
        sms.readiness = Readiness.READY
        clock.advance(Duration.ofMinutes(10))
        send()

        then: 'one was told to wait, and no other was tried'
        asked.count { it.isBefore(later) } == 1
        states() == [ACCEPTED: MEMBERS]
        asked.size() == MEMBERS + 1
    }

    def "when half of a batch fails the other half is kept"() {
        given:
        int number = 0
        sms.answer = { Message message, address -> number++ % 2 ? new HandOver.Dead('REFUSED') : new HandOver.Accepted(null) }

        when:
        2.times { send() }

        then:
        states() == [ACCEPTED: MEMBERS / 2 as int, DEAD: MEMBERS / 2 as int]
        sms.sent.size() == MEMBERS
    }

    def "a message that breaks its sender stops nobody behind it, and is not tried for ever"() {
        given:
        sms.answer = { Message message, address ->
            if (message.personId() == members[0]) {
                throw new StackOverflowError('poison')
            }
            new HandOver.Accepted(null)
        }

        when:
        3.times {
            send()
            clock.advance(Claims.LEASE + Duration.ofSeconds(1))
        }

        then:
        states() == [ACCEPTED: MEMBERS - 1, UNCERTAIN: 1]
        statesOf(members[0]) == ['UNCERTAIN']
        attemptsOf(members[0]).size() == 1
    }

    def "a provider that answers too slowly leaves its message uncertain and holds a consent no longer than allowed"() {
        given:
        def never = new CountDownLatch(1)
        sms.answer = { Message message, address ->
            if (message.personId() != members[0]) {
                return new HandOver.Accepted(null)
            }
            try {
                never.await()
            } catch (InterruptedException ignored) {
                // the limit
            }
            new HandOver.Uncertain('LIMIT')
        }
        def withdrawal = threads.submit({
            while (!attemptsOf(members[0])) {
                Thread.sleep(20)
            }
            def begun = System.nanoTime()
            withdrawAtLast(members[0])
            System.nanoTime() - begun
        } as Callable<Long>)

        when:
        send()

        then:
        states() == [ACCEPTED: MEMBERS - 1, UNCERTAIN: 1]
        withdrawal.get(10, TimeUnit.SECONDS) < HardLimit.LIMIT.plusSeconds(1).toNanos()
    }

    def "who withdraws while others are sent to gets nothing, and everybody else gets it once"() {
        given:
        sms.answer = { Message message, address ->
            if (sms.sent.size() == 2) {
                def rest = members - sms.sent - message.personId()
                threads.submit({ rest.take(3).each { withdrew(it, Channel.SMS) } }).get(10, TimeUnit.SECONDS)
            }
            new HandOver.Accepted(null)
        }

        when:
        send()

        then:
        states() == [ACCEPTED: MEMBERS - 3, WITHHELD: 3]
        sms.sent.size() == MEMBERS - 3
        sms.sent.toSet().size() == MEMBERS - 3
    }

    /** As her page does it: what was not in force in time is asked for once more. */
    private void withdrawAtLast(UUID person) {
        try {
            withdrew(person, Channel.SMS)
        } catch (TryAgain ignored) {
            withdrawAtLast(person)
        }
    }

    private void send() {
        def lanes = new Dispatcher(context.getBean(Claims), context.getBean(Abandoned), context.getBean(WithoutRoute),
                context.getBean(DeclareIntent), context.getBean(HandOverDelivery), [sms])
        lanes.sendDue()
        lanes.close()
    }

    private Map<String, Integer> states() {
        members.collectMany { statesOf(it) }*.takeWhile { it != ' ' }.countBy { it }
    }

    private UUID aMemberWithPhone() {
        def person = aMemberWhoAgreedTo(Channel.SMS)
        aContact(person, kind: 'PHONE', value: "+79${String.format('%09d', person.hashCode() & 0x1FFFFFFF)}".toString(), verified: true)
        person
    }
}
