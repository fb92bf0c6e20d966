package org.profbilet.notifications.sms

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.time.Duration
import java.util.concurrent.CountDownLatch
import org.jsmpp.bean.OptionalParameter
import org.jsmpp.bean.SubmitSm
import org.jsmpp.bean.TypeOfNumber
import org.jsmpp.session.SMPPServerSession
import org.profbilet.consents.Channel
import org.profbilet.notifications.channels.HandOver
import org.profbilet.notifications.receipts.Receipts
import org.profbilet.notifications.testing.SmsCentre
import spock.lang.Shared
import spock.util.concurrent.PollingConditions

/** Through the library's own server session, with every answer and every fault of an operator. */
@MicronautTest(transactional = false)
class SmppSpec extends SmsSpec {

    private static final String LONG = 'Собрание первичной организации пройдёт в четверг в актовом зале. Приходите, ждём всех! 🙂'

    @Shared
    SmsCentre centre

    def soon = new PollingConditions(timeout: 5, delay: 0.05)

    @Override
    Map<String, String> getProperties() {
        centre = centre ?: new SmsCentre()
        super.properties + [
            'profbilet.smpp.host'         : '127.0.0.1',
            'profbilet.smpp.port'         : "${centre.port}".toString(),
            'profbilet.smpp.system-id'    : 'profbilet',
            'profbilet.smpp.password'     : 'secret',
            'profbilet.smpp.enquire-every': '200ms',
            'profbilet.smpp.receipt-id'   : 'DECIMAL_OF_HEX'
        ]
    }

    def setup() {
        centre.wellBehaved()
        clock.advance(Duration.ofHours(1))
        centre.submitted.clear()
    }

    def cleanupSpec() {
        centre.close()
    }

    def "a member who agreed to SMS reads in Russian that her ticket has been issued"() {
        given:
        def olga = aMemberWithPhone('+79991234567')
        tell(olga, Channel.SMS)

        when:
        sendWhatIsDue()

        then:
        centre.text == 'Ваш профсоюзный билет выдан: https://bilet.example/ticket'
        centre.submitted*.destAddress == ['79991234567']
        centre.submitted*.sourceAddr == ['Profbilet']
        centre.submitted*.sourceAddrTon == [TypeOfNumber.ALPHANUMERIC.value()]
        statesOf(olga) == ['ACCEPTED']
        attemptsOf(olga)*.provider == ['SMPP']
        attemptsOf(olga)*.consent_version == [1]
    }

    def "a long text goes in parts that a phone joins, and only its last part asks for a receipt"() {
        given:
        def olga = aMemberWithPhone()

        when:
        def answer = handOver(olga, LONG)

        then:
        answer instanceof HandOver.Accepted
        centre.text == LONG
        centre.submitted*.shortMessage*.length == [140, 50]
        centre.submitted*.registeredDelivery == [0, 1]
    }

    def "once a part was taken the rest is not begun anew when the centre refuses it"() {
        given:
        def olga = aMemberWithPhone()
        centre.answer = { SubmitSm sms, SMPPServerSession session ->
            if (sms.shortMessage[5] == (byte) 2) {
                SmsCentre.refuses(0x58).call(sms, session)
            }
            'first'
        }

        expect:
        handOver(olga, LONG) == new HandOver.Uncertain('PART_OF_IT_SENT')
    }

    def "a text that no SMS can hold is never begun"() {
        expect:
        handOver(aMemberWithPhone(), LONG * 8) == new HandOver.Dead('TOO_LONG')
        centre.submitted == []
    }

    def "without a consent for SMS nothing goes to a phone, though she agreed to letters"() {
        given:
        def olga = aMemberWhoAgreedTo(Channel.EMAIL)
        aContact(olga, kind: 'PHONE', value: '+79991234567', verified: true)
        tell(olga, Channel.SMS)

        when:
        sendWhatIsDue()

        then:
        centre.submitted == []
        statesOf(olga) == ['WITHHELD NO_CONSENT']
    }

    def "a centre that refuses with 0x#status ends the attempt as #attempt and the delivery as #delivery"() {
        given:
        def olga = aMemberWithPhone()
        centre.answer = SmsCentre.refuses(Integer.parseInt(status, 16))
        tell(olga, Channel.SMS)

        when:
        sendWhatIsDue()

        then:
        attemptsOf(olga)*.state == [attempt]
        attemptsOf(olga)*.error == ["SMPP_0x$status".toString()]
        statesOf(olga) == [delivery]
        phoneOf(olga) == phone
        centre.submitted.size() == 1

        where:
        status || attempt        | delivery  | phone
        '58'   || 'RETRY'        | 'PENDING' | 'GOOD'
        '14'   || 'RETRY'        | 'PENDING' | 'GOOD'
        '45'   || 'RETRY'        | 'PENDING' | 'GOOD'
        'a'    || 'RETRY'        | 'PENDING' | 'GOOD'
        'b'    || 'DEAD_ADDRESS' | 'DEAD'    | 'DEAD'
        'c3'   || 'DEAD'         | 'DEAD'    | 'GOOD'
    }

    def "a throttling centre slows the whole route: it is asked once and not once for every member"() {
        given:
        def members = (1..6).collect { aMemberWithPhone() }
        centre.answer = SmsCentre.refuses(0x58)
        members.each { tell(it, Channel.SMS) }

        when:
        sendWhatIsDue()
        def asked = centre.submitted.size()
        centre.wellBehaved()
        clock.advance(Duration.ofMinutes(1))
        sendWhatIsDue()

        then: 'two were on their way at once'
        asked <= 2
        members.every { statesOf(it) == ['ACCEPTED'] }
    }

    def "a line that breaks after the submission leaves the SMS uncertain, and it is never sent again by itself"() {
        given:
        def olga = aMemberWithPhone()
        centre.answer = { SubmitSm sms, SMPPServerSession session -> session.close(); 'late' }
        tell(olga, Channel.SMS)

        when:
        sendWhatIsDue()
        centre.wellBehaved()
        clock.advance(Duration.ofDays(1))
        sendWhatIsDue()

        then:
        statesOf(olga) == ['UNCERTAIN']
        attemptsOf(olga)*.state == ['UNCERTAIN']
        centre.submitted.size() == 1
    }

    def "a silent centre leaves the SMS uncertain before the limit of a hand-over"() {
        given:
        def olga = aMemberWithPhone()
        def never = new CountDownLatch(1)
        centre.answer = { SubmitSm sms, SMPPServerSession session -> never.await(); 'late' }
        tell(olga, Channel.SMS)

        when:
        def begun = System.nanoTime()
        sendWhatIsDue()
        def lasted = Duration.ofNanos(System.nanoTime() - begun)
        never.countDown()

        then:
        statesOf(olga) == ['UNCERTAIN']
        attemptsOf(olga)*.error == ['NO_ANSWER']
        lasted < Duration.ofSeconds(5)
    }

    def "while the centre is away its messages wait untried; when it is back they go once"() {
        given:
        def olga = aMemberWithPhone()
        centre.fall()
        soon.eventually { assert !context.getBean(SmppSender).line.open() }
        tell(olga, Channel.SMS)

        when:
        sendWhatIsDue()
        def during = statesOf(olga)
        centre.open()
        clock.advance(Duration.ofMinutes(2))
        sendWhatIsDue()

        then:
        during == ['PENDING']
        statesOf(olga) == ['ACCEPTED']
        attemptsOf(olga).size() == 1
    }

    def "a refused log-in is not tried again at once"() {
        given:
        def olga = aMemberWithPhone()
        centre.fall()
        soon.eventually { assert !context.getBean(SmppSender).line.open() }
        centre.bindStatus = 0x0E
        centre.open()
        tell(olga, Channel.SMS)
        def before = centre.binds.get()

        when:
        3.times { sendWhatIsDue() }

        then:
        centre.binds.get() == before + 1
        statesOf(olga) == ['PENDING']
    }

    def "the line is asked for its life while nothing is sent"() {
        given:
        context.getBean(SmppSender).prepare()
        def before = centre.enquiries.get()

        expect:
        soon.eventually { assert centre.enquiries.get() >= before + 2 }
    }

    def "a receipt «#text #parameter» makes the delivery #delivery, and a second one changes nothing"() {
        given:
        def olga = aMemberWithPhone()
        tell(olga, Channel.SMS)
        sendWhatIsDue()
        def id = attemptsOf(olga)[0].provider_message as String

        when:
        2.times { tellOf(id, text, parameter) }
        settle()

        then:
        statesOf(olga) == [delivery]
        unsettled() == 0

        where:
        text      | parameter || delivery
        'DELIVRD' | null      || 'DELIVERED'
        'UNDELIV' | null      || 'BOUNCED'
        'UNDELIV' | 2         || 'DELIVERED'
        'ENROUTE' | null      || 'ACCEPTED'
        'SKIPPED' | null      || 'ACCEPTED'
    }

    def "a centre that wants one line a direction takes messages over the one and brings receipts over the other"() {
        given:
        def sender = new SmppSender(apart(context.getBean(SmppSettings)), context.getBean(Receipts), clock)
        centre.binds.set(0)

        when:
        def answer = handOver(aMemberWithPhone(), 'Билет выдан', sender)
        centre.tell('id:77777 stat:DELIVRD')

        then:
        answer instanceof HandOver.Accepted
        centre.binds.get() == 2
        unsettled() == 1

        cleanup:
        sender?.close()
    }

    def "a receipt of a message that nobody sent is kept and harms nothing, and the line lives on"() {
        given:
        def olga = aMemberWithPhone()
        tell(olga, Channel.SMS)
        context.getBean(SmppSender).prepare()
        centre.tell('id:77777 stat:DELIVRD')

        when:
        sendWhatIsDue()
        settle()

        then:
        statesOf(olga) == ['ACCEPTED']
        unsettled() == 1
    }

    def "a receipt that is quicker than the answer to its message is joined later"() {
        given:
        def olga = aMemberWithPhone()
        context.getBean(SmppSender).prepare()
        centre.tell('id:12345 stat:DELIVRD')
        settle()
        centre.answer = { SubmitSm sms, SMPPServerSession session -> '3039' }
        tell(olga, Channel.SMS)

        when:
        sendWhatIsDue()
        settle()

        then:
        statesOf(olga) == ['DELIVERED']
    }

    def cleanup() {
        asSuperuser { it.execute('DELETE FROM notifications.receipt') }
    }

    /** In decimal in the text, as it was in the parameters. */
    private void tellOf(String id, String text, Integer parameter) {
        if (parameter == null) {
            centre.tell("id:${Long.parseLong(id, 16)} stat:$text")
        } else {
            centre.tell("id:1 stat:$text", new OptionalParameter.Receipted_message_id(id.toUpperCase()),
                    new OptionalParameter.Message_state(parameter as byte))
        }
    }
}
