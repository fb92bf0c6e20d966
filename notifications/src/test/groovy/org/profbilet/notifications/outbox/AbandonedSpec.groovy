package org.profbilet.notifications.outbox

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.time.Duration
import org.profbilet.consents.Channel
import org.profbilet.notifications.testing.NotificationsSpec

/** No route is configured here: what the dispatcher takes over it settles and does not send. */
@MicronautTest(transactional = false)
class AbandonedSpec extends NotificationsSpec {

    def "a sender that died before it tried anything leaves the message for the next"() {
        given:
        def olga = aMemberWhoAgreedTo(Channel.EMAIL)
        tell(olga, Channel.EMAIL)
        claim(Channel.EMAIL)

        when:
        sendWhatIsDue()
        def during = statesOf(olga)
        clock.advance(Claims.LEASE)
        sendWhatIsDue()

        then:
        during == ['CLAIMED']
        statesOf(olga) == ['PENDING']
        attemptsOf(olga) == []
    }

    def "a sender that died with an open attempt leaves it uncertain; by #channel the delivery is #delivery"() {
        given:
        def olga = aMemberWhoAgreedTo(channel)
        aContact(olga, kind: 'EMAIL', value: 'olga@example.org')
        aContact(olga, kind: 'PHONE', value: '+79990000000', verified: true)
        aDevice(olga)
        tell(olga, channel)
        context.getBean(DeclareIntent).declare(claim(channel), owner)

        when:
        clock.advance(Claims.LEASE + Duration.ofSeconds(1))
        sendWhatIsDue()

        then:
        attemptsOf(olga)*.state == ['UNCERTAIN']
        attemptsOf(olga)*.error == ['SENDER_DIED']
        statesOf(olga) == [delivery]

        where:
        channel       || delivery
        Channel.PUSH  || 'PENDING'
        Channel.EMAIL || 'PENDING'
        Channel.SMS   || 'UNCERTAIN'
    }

    def "a sender that wakes after its lease has gone hands nothing over"() {
        given:
        def olga = aMemberWhoAgreedTo(Channel.EMAIL)
        aContact(olga, kind: 'EMAIL', value: 'olga@example.org')
        tell(olga, Channel.EMAIL)
        def claimed = claim(Channel.EMAIL)
        context.getBean(DeclareIntent).declare(claimed, owner)
        clock.advance(Claims.LEASE + Duration.ofSeconds(1))
        sendWhatIsDue()

        when:
        context.getBean(HandOverDelivery).handOver(claimed, owner, null)

        then:
        notThrown(Exception)
        attemptsOf(olga)*.state == ['UNCERTAIN']
    }

    def "without a mail server letters wait until they expire"() {
        given:
        def olga = aMemberWhoAgreedTo(Channel.EMAIL)
        aContact(olga, kind: 'EMAIL', value: 'olga@example.org')
        tell(olga, Channel.EMAIL)

        when:
        sendWhatIsDue()
        def waiting = statesOf(olga)
        clock.advance(Duration.ofDays(8))
        sendWhatIsDue()

        then:
        waiting == ['PENDING']
        statesOf(olga) == ['WITHHELD EXPIRED']
    }

    private final UUID owner = UUID.randomUUID()

    private Claimed claim(Channel channel) {
        context.getBean(Claims).claim(channel, Priority.ALL, owner, 1)[0]
    }
}
