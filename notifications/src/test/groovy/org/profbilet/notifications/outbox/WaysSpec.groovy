package org.profbilet.notifications.outbox

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import org.profbilet.consents.Channel
import org.profbilet.notifications.channels.HandOver
import org.profbilet.notifications.receipts.Outcome
import org.profbilet.notifications.receipts.Receipts
import org.profbilet.notifications.receipts.SettleReceipts
import org.profbilet.notifications.testing.NotificationsSpec

/** «Ваш билет выдан»: push, else e-mail, else SMS; never two at once. */
@MicronautTest(transactional = false)
class WaysSpec extends NotificationsSpec {

    def push = new RecordingSender(Channel.PUSH)
    def email = new RecordingSender(Channel.EMAIL)
    def sms = new RecordingSender(Channel.SMS)
    List<RecordingSender> senders = [push, email, sms]

    def "who agreed to #agreed is told by #told"() {
        given:
        def olga = aMemberWhoCanBeReached(agreed)
        tellOfHerCard(olga)

        when:
        send()

        then:
        senders.findAll { it.sent }*.channel == told
        senders.every { it.sent.size() <= 1 }

        where:
        agreed                                    || told
        [Channel.PUSH, Channel.EMAIL, Channel.SMS] || [Channel.PUSH]
        [Channel.EMAIL, Channel.SMS]               || [Channel.EMAIL]
        [Channel.SMS]                              || [Channel.SMS]
        []                                         || []
    }

    def "when #first ends as #how the notice #goesOn"() {
        given:
        def olga = aMemberWhoCanBeReached([Channel.PUSH, Channel.EMAIL, Channel.SMS])
        senders.find { it.channel == first }.answer = { message, address -> answer }
        senders.takeWhile { it.channel != first }.each { it.answer = { message, address -> new HandOver.Dead('SPEC') } }
        tellOfHerCard(olga)

        when:
        send()

        then:
        channelsOf(olga) == channels
        statesOf(olga).last() == last

        where:
        first         | how          | answer                           || channels                   | last        | goesOn
        Channel.PUSH  | 'dead'       | new HandOver.DeadAddress('GONE') || ['PUSH', 'EMAIL']          | 'ACCEPTED'  | 'goes on'
        Channel.EMAIL | 'dead'       | new HandOver.Dead('REFUSED')     || ['PUSH', 'EMAIL', 'SMS']   | 'ACCEPTED'  | 'goes on'
        Channel.SMS   | 'dead'       | new HandOver.Dead('REFUSED')     || ['PUSH', 'EMAIL', 'SMS']   | 'DEAD'      | 'has no more ways'
        Channel.SMS   | 'uncertain'  | new HandOver.Uncertain('SPEC')   || ['PUSH', 'EMAIL', 'SMS']   | 'UNCERTAIN' | 'waits for a person'
        Channel.PUSH  | 'put off'    | new HandOver.RetryAt(null, 'X')  || ['PUSH']                   | 'PENDING'   | 'waits'
    }

    def "a letter that bounces later is followed by an SMS, and its address is closed"() {
        given:
        def olga = aMemberWhoCanBeReached([Channel.EMAIL, Channel.SMS])
        tellOfHerCard(olga)
        send()

        when:
        2.times { context.getBean(Receipts).keep('SPEC', idOf(olga, 'EMAIL'), Outcome.DEAD_ADDRESS, '5.1.1') }
        2.times { context.getBean(SettleReceipts).settle() }
        send()

        then:
        statesOf(olga) == ['WITHHELD NO_CONSENT', 'BOUNCED', 'ACCEPTED']
        sms.sent == [olga]
        asSuperuser { it.firstRow("SELECT state FROM contacts.contact WHERE person_id = ? AND kind = 'EMAIL'", [olga]).state } == 'DEAD'
    }

    def "a channel that nobody serves here is passed over"() {
        given:
        def olga = aMemberWhoCanBeReached([Channel.PUSH, Channel.SMS])
        senders = [sms]
        tellOfHerCard(olga)

        when:
        send()

        then:
        statesOf(olga) == ['WITHHELD NO_ROUTE', 'WITHHELD NO_ROUTE', 'ACCEPTED']
    }

    def "a personal message overtakes a broadcast that is under way"() {
        given:
        def many = (1..16).collect { aMemberWhoCanBeReached([Channel.EMAIL]) }
        many.each { tell(it, Channel.EMAIL) }
        asSuperuser { it.execute("UPDATE notifications.delivery SET priority = 'BROADCAST'") }
        def olga = aMemberWhoCanBeReached([Channel.EMAIL])
        def told = false
        email.answer = { message, address ->
            if (!told) {
                told = true
                // in a thread and a transaction of its own, as a chair would
                Thread.start { tell(olga, Channel.EMAIL) }.join()
                lanes.wake()
            }
            Thread.sleep(20)
            new HandOver.Accepted(null)
        }

        when:
        send()

        then:
        email.sent.size() == 17
        email.sent.indexOf(olga) < 10
    }

    private Dispatcher lanes

    private void send() {
        lanes = new Dispatcher(context.getBean(Claims), context.getBean(Abandoned), context.getBean(WithoutRoute),
                context.getBean(DeclareIntent), context.getBean(HandOverDelivery), senders)
        lanes.sendDue()
        lanes.close()
    }

    private UUID aMemberWhoCanBeReached(List<Channel> agreed) {
        def person = agreed ? aMemberWhoAgreedTo(agreed as Channel[]) : aMember()
        aDevice(person)
        aContact(person, kind: 'EMAIL', value: "m${person}@example.org".toString())
        aContact(person, kind: 'PHONE', value: "+7${person.hashCode().abs()}".toString(), verified: true)
        person
    }

    private void tellOfHerCard(UUID person) {
        inTransaction {
            rowScope.primary(primary)
            outbox.put(NoticeKind.CARD_ISSUED, "card:${UUID.randomUUID()}:issued", person, primary)
        }
    }

    private List<String> channelsOf(UUID person) {
        asSuperuser {
            it.rows('SELECT channel FROM notifications.delivery WHERE person_id = ? ORDER BY created_at, id', [person])*.channel as List<String>
        }
    }

    private String idOf(UUID person, String channel) {
        asSuperuser {
            it.firstRow('SELECT id FROM notifications.delivery WHERE person_id = ? AND channel = ?', [person, channel]).id.toString()
        }
    }
}
