package org.profbilet.notifications.verification

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.time.Duration
import java.time.LocalDate
import org.profbilet.credentials.AskForCode
import org.profbilet.notifications.testing.MailSpec

@MicronautTest(transactional = false)
class CodeByEmailSpec extends MailSpec {

    static final LocalDate BORN = LocalDate.of(1980, 2, 1)

    @Inject
    AskForCode askForCode

    @Inject
    SendCodes sendCodes

    @Inject
    CodeClaims claims

    def "a member who asks for a code gets it by e-mail, without consent to messages; only its hash is kept"() {
        given:
        def olga = aMemberWhoMayHaveATicket()
        aContact(olga, kind: 'EMAIL', value: 'olga@example.org')
        askForCode.ask(ticketOf(olga), BORN)

        when:
        sendCodes.sendDue()
        sendCodes.sendDue()

        then:
        mail.receivedMessages.size() == 1
        def letter = mail.receivedMessages[0]
        def code = ((letter.content as String) =~ /\b([0-9]{8})\b/)[0][1]
        letter.subject == 'Код для электронного билета'
        letter.allRecipients*.toString() == ['olga@example.org']
        letter.getHeader('List-Unsubscribe') == null
        stateOf(olga) == 'ACCEPTED'
        !everythingStoredAbout(olga).contains(code)
        everythingStoredAbout(olga).contains('code_hash')
    }

    def "no code goes to an address that is #what"() {
        given:
        def olga = aMemberWhoMayHaveATicket()
        if (details) {
            aContact(details, olga)
        }
        askForCode.ask(ticketOf(olga), BORN)

        when:
        sendCodes.sendDue()

        then:
        mail.receivedMessages.size() == 0
        stateOf(olga) == 'WITHHELD'

        where:
        what                | details
        'not there'         | null
        'shared'            | [kind: 'EMAIL', value: 'family@example.org', shared: true]
        'dead'              | [kind: 'EMAIL', value: 'old@example.org', state: 'DEAD']
    }

    def "a code that could not be sent within half an hour is not sent"() {
        given:
        def olga = aMemberWhoMayHaveATicket()
        aContact(olga, kind: 'EMAIL', value: 'olga@example.org')
        askForCode.ask(ticketOf(olga), BORN)
        clock.advance(Duration.ofMinutes(31))

        when:
        sendCodes.sendDue()

        then:
        mail.receivedMessages.size() == 0
        stateOf(olga) == 'WITHHELD'
    }

    def "a code that nobody could send ends as #end when its sender died at try #tries, #late"() {
        given:
        def olga = aMemberWhoMayHaveATicket()
        aContact(olga, kind: 'EMAIL', value: 'olga@example.org')
        askForCode.ask(ticketOf(olga), BORN)
        tries.times {
            claims.claim(UUID.randomUUID())
            clock.advance(CodeClaims.LEASE)
        }
        clock.advance(later)

        when:
        sendCodes.sendDue()

        then:
        stateOf(olga) == end
        mail.receivedMessages.size() == letters

        where:
        tries | late                | later                   || end         | letters
        1     | 'in its time'       | Duration.ZERO           || 'ACCEPTED'  | 1
        3     | 'in its time'       | Duration.ZERO           || 'UNCERTAIN' | 0
        1     | 'after half an hour' | Duration.ofMinutes(30) || 'UNCERTAIN' | 0
        0     | 'after half an hour' | Duration.ofMinutes(30) || 'WITHHELD'  | 0
    }

    def "without a mail server a request ends after its half hour too"() {
        given:
        def olga = aMemberWhoMayHaveATicket()
        askForCode.ask(ticketOf(olga), BORN)
        clock.advance(Duration.ofMinutes(31))

        when:
        new SendCodes(claims, context.getBean(SendCode), []).sendDue()

        then:
        stateOf(olga) == 'WITHHELD'
    }

    private UUID aMemberWhoMayHaveATicket() {
        aMember(consents: [UNION_PROCESSING: 'GIVEN'])
    }

    private String ticketOf(UUID person) {
        asSuperuser { it.firstRow('SELECT ticket_number FROM members.person WHERE id = ?', [person]).ticket_number }
    }

    private String stateOf(UUID person) {
        asSuperuser { it.firstRow('SELECT state FROM notifications.code_request WHERE person_id = ?', [person]).state }
    }

    private String everythingStoredAbout(UUID person) {
        asSuperuser {
            it.rows('SELECT * FROM credentials.activation WHERE person_id = ?', [person]).toString() +
                    it.rows('SELECT * FROM notifications.code_request WHERE person_id = ?', [person]).toString()
        }
    }
}
