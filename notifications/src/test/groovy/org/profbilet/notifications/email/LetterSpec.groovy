package org.profbilet.notifications.email

import com.icegreen.greenmail.util.GreenMail
import com.icegreen.greenmail.util.ServerSetup
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import jakarta.mail.internet.InternetAddress
import jakarta.mail.internet.MimeMessage
import java.time.Duration
import org.profbilet.consents.Channel
import org.profbilet.notifications.testing.MailSpec
import org.profbilet.notifications.unsubscribe.Unsubscribe

@MicronautTest(transactional = false)
class LetterSpec extends MailSpec {

    @Inject
    Unsubscribe unsubscribe

    def "a member who agreed to e-mail reads in Russian that her ticket has been issued"() {
        given:
        def olga = aMemberWhoAgreedTo(Channel.EMAIL)
        aContact(olga, kind: 'EMAIL', value: 'olga@example.org')
        tell(olga, Channel.EMAIL)

        when:
        sendWhatIsDue()

        then:
        def letter = received().first()
        received().size() == 1
        letter.subject == 'Ваш профсоюзный билет выдан'
        letter.allRecipients*.toString() == ['olga@example.org']
        (letter.from[0] as InternetAddress).personal == 'Профсоюз образования'
        (letter.content as String).contains('https://bilet.example/ticket')
        !(letter.content as String).contains('Петрова')
        letter.getHeader('Auto-Submitted') == ['auto-generated'] as String[]
        statesOf(olga) == ['ACCEPTED']
        attemptsOf(olga)*.state == ['ACCEPTED']
        attemptsOf(olga)*.consent_version == [1]
        letter.messageID == "<${attemptsOf(olga)[0].delivery_id}@bilet.example>"
    }

    def "every letter carries the way out that mail programs understand"() {
        given:
        def olga = aMemberWhoAgreedTo(Channel.EMAIL)
        aContact(olga, kind: 'EMAIL', value: 'olga@example.org')
        tell(olga, Channel.EMAIL)

        when:
        sendWhatIsDue()

        then:
        def letter = received().first()
        def link = letter.getHeader('List-Unsubscribe', null)
        link ==~ /<https:\/\/bilet\.example\/v1\/open\/unsubscribe\?token=[A-Za-z0-9_-]{66}>/
        letter.getHeader('List-Unsubscribe-Post', null) == 'List-Unsubscribe=One-Click'
        (letter.content as String).contains(link[1..-2])
    }

    def "an advertising letter says so first; a click of the mail program stops advertising, the link below it all letters"() {
        given:
        def olga = aMemberWhoAgreedTo(Channel.EMAIL)
        aContact(olga, kind: 'EMAIL', value: 'olga@example.org')
        anAdTo(olga)

        when:
        sendWhatIsDue()

        then:
        def letter = received().first()
        def text = letter.content as String
        def links = text.findAll(/https:\S+token=[A-Za-z0-9_-]+/)
        text.startsWith('Реклама. ')
        text.contains('Со скидкой')
        letter.getHeader('List-Unsubscribe', null) == "<${links[0]}>"
        links.collect { unsubscribe.isOfAds(it.split('token=')[1]) } == [true, false]
    }

    def "a consent withdrawn between the fact and the sending withholds the letter"() {
        given:
        def olga = aMemberWhoAgreedTo(Channel.EMAIL)
        aContact(olga, kind: 'EMAIL', value: 'olga@example.org')
        tell(olga, Channel.EMAIL)
        withdrew(olga, Channel.EMAIL)

        when:
        sendWhatIsDue()

        then:
        received().size() == 0
        statesOf(olga) == ['WITHHELD WITHDRAWN']
        attemptsOf(olga) == []
    }

    def "without consent or address the letter is withheld because of #reason"() {
        given:
        def olga = aMember()
        prepare.call(this, olga)
        tell(olga, Channel.EMAIL)

        when:
        sendWhatIsDue()

        then:
        received().size() == 0
        statesOf(olga) == ["WITHHELD $reason".toString()]

        where:
        reason                 | prepare
        'NO_CONSENT'           | { spec, person -> spec.aContact(person, kind: 'EMAIL', value: 'o@example.org') }
        'REFUSED'              | { spec, person -> spec.refused(person) }
        'WITHDRAWN'            | { spec, person -> spec.agreed(person, Channel.EMAIL); spec.withdrew(person, Channel.EMAIL) }
        'MEMBERSHIP_ENDED'     | { spec, person ->
            spec.agreed(person, Channel.EMAIL)
            spec.endMembership(person, java.time.LocalDate.of(2026, 11, 1))
        }
        'NO_ADDRESS'           | { spec, person -> spec.agreed(person, Channel.EMAIL) }
        'ADDRESS_NOT_VERIFIED' | { spec, person ->
            spec.agreed(person, Channel.EMAIL)
            spec.aContact(person, kind: 'EMAIL', value: 'family@example.org', shared: true)
        }
        'ADDRESS_DEAD'         | { spec, person ->
            spec.agreed(person, Channel.EMAIL)
            spec.aContact(person, kind: 'EMAIL', value: 'old@example.org', state: 'DEAD')
        }
    }

    def "consent to push is no consent to e-mail"() {
        given:
        def olga = aMemberWhoAgreedTo(Channel.PUSH)
        aContact(olga, kind: 'EMAIL', value: 'olga@example.org')
        tell(olga, Channel.EMAIL)

        when:
        sendWhatIsDue()

        then:
        received().size() == 0
        statesOf(olga) == ['WITHHELD NO_CONSENT']
    }

    def "the same fact told twice is one letter"() {
        given:
        def olga = aMemberWhoAgreedTo(Channel.EMAIL)
        aContact(olga, kind: 'EMAIL', value: 'olga@example.org')

        when:
        def first = tell(olga, Channel.EMAIL, 'card:1:issued')
        def second = tell(olga, Channel.EMAIL, 'card:1:issued')
        sendWhatIsDue()
        sendWhatIsDue()

        then:
        first
        !second
        received().size() == 1
        statesOf(olga) == ['ACCEPTED']
    }

    def "a mail server that is away loses nothing: the letter goes once when it is back"() {
        given:
        def olga = aMemberWhoAgreedTo(Channel.EMAIL)
        aContact(olga, kind: 'EMAIL', value: 'olga@example.org')
        def port = mail.smtp.port
        mail.stop()

        when:
        tell(olga, Channel.EMAIL)
        clock.advance(Duration.ofSeconds(31))
        sendWhatIsDue()
        def whileAway = statesOf(olga)
        mail = new GreenMail(new ServerSetup(port, '127.0.0.1', ServerSetup.PROTOCOL_SMTP))
        mail.start()
        clock.advance(Duration.ofSeconds(31))
        sendWhatIsDue()
        sendWhatIsDue()

        then:
        whileAway == ['PENDING']
        statesOf(olga) == ['ACCEPTED']
        received().size() == 1
    }

    def "what could not be sent in its time is not sent late"() {
        given:
        def olga = aMemberWhoAgreedTo(Channel.EMAIL)
        aContact(olga, kind: 'EMAIL', value: 'olga@example.org')
        tell(olga, Channel.EMAIL)
        clock.advance(Duration.ofDays(8))

        when:
        sendWhatIsDue()

        then:
        received().size() == 0
        statesOf(olga) == ['WITHHELD EXPIRED']
    }

    def "an SMS has no route yet and says so"() {
        given:
        def olga = aMemberWhoAgreedTo(Channel.SMS)
        aContact(olga, kind: 'PHONE', value: '+79990000000', verified: true)
        tell(olga, Channel.SMS)

        when:
        sendWhatIsDue()

        then:
        statesOf(olga) == ['WITHHELD NO_ROUTE']
    }

    void refused(UUID person) {
        asSuperuser {
            it.execute("SELECT set_config('profbilet.person', ?, false)", [person.toString()])
            it.execute('''
                INSERT INTO consents.decision (id, person_id, primary_id, purpose, channel, state, version, text_id, form,
                                               evidence, signed_on, recorded_at)
                SELECT gen_random_uuid(), p.id, p.primary_id, 'MESSAGES', 'EMAIL', 'REFUSED', 1, t.id, 'ELECTRONIC',
                       'LINK', '2026-01-01', '2026-01-01'
                  FROM members.person p, consents.text t
                 WHERE p.id = ?
                   AND t.purpose = 'MESSAGES'
                 LIMIT 1''', [person])
        }
    }

    private List<MimeMessage> received() {
        mail.receivedMessages as List
    }

    private void anAdTo(UUID person) {
        asSuperuser {
            def campaign = UUID.randomUUID()
            it.execute("""
                INSERT INTO notifications.campaign (id, organisation_id, request_hash, subject, body, within_id, created_by, created_at, category)
                VALUES (?, ?, '', 'Санаторий', 'Со скидкой', ?, ?, now(), 'AD')""", [campaign, primary, primary, campaign])
            it.execute("""
                INSERT INTO notifications.delivery (id, dedup_key, person_id, kind, channel, priority, due_at, expires_at, created_at, campaign_id)
                VALUES (gen_random_uuid(), ?, ?, 'CAMPAIGN_TEST', 'EMAIL', 'CHAIR_TASK', '2026-01-01', '2036-01-01', now(), ?)""",
                    ["ad:$campaign:EMAIL".toString(), person, campaign])
        }
    }
}
