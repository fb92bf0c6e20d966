package org.profbilet.notifications.email

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.time.Duration
import org.profbilet.consents.Channel
import org.profbilet.notifications.testing.NotificationsSpec
import org.profbilet.notifications.testing.ScriptedMailServer
import spock.lang.Shared

@MicronautTest(transactional = false)
class MailServerAnswersSpec extends NotificationsSpec {

    @Shared
    ScriptedMailServer server

    @Override
    Map<String, String> getProperties() {
        server = server ?: new ScriptedMailServer()
        super.properties + [
            'profbilet.smtp.host'    : '127.0.0.1',
            'profbilet.smtp.port'    : "${server.port}".toString(),
            'profbilet.smtp.security': 'NONE',
            'profbilet.smtp.from'    : 'noreply@bilet.example'
        ]
    }

    def setup() {
        clock.advance(Duration.ofHours(1))
        server.answers.clear()
        server.letters.clear()
    }

    def cleanupSpec() {
        server.close()
    }

    def "a server that says #answer to #command ends the attempt as #attempt and the delivery as #delivery"() {
        given:
        def olga = aMemberWithEmail()
        server.answers[command] = answer
        tell(olga, Channel.EMAIL)

        when:
        sendWhatIsDue()

        then:
        attemptsOf(olga)*.state == [attempt]
        statesOf(olga) == [delivery]
        contactOf(olga) == contact

        where:
        command | answer                          || attempt        | delivery  | contact
        'RCPT'  | '450 4.2.0 greylisted'          || 'RETRY'        | 'PENDING' | 'GOOD'
        'RCPT'  | '550 5.1.1 no such user'        || 'DEAD_ADDRESS' | 'DEAD'    | 'DEAD'
        'RCPT'  | '550 no such user'              || 'DEAD_ADDRESS' | 'DEAD'    | 'DEAD'
        'RCPT'  | '550 5.7.1 refused by policy'   || 'DEAD'         | 'DEAD'    | 'GOOD'
        'RCPT'  | '552 5.2.2 mailbox full'        || 'DEAD'         | 'DEAD'    | 'GOOD'
        'MAIL'  | '451 4.3.2 not now'             || 'RETRY'        | 'PENDING' | 'GOOD'
        'MAIL'  | '530 5.7.0 log in first'        || 'RETRY'        | 'PENDING' | 'GOOD'
        'MAIL'  | 'DROP'                          || 'RETRY'        | 'PENDING' | 'GOOD'
        'DATA'  | 'DROP'                          || 'RETRY'        | 'PENDING' | 'GOOD'
        'DOT'   | '451 4.3.0 try again'           || 'RETRY'        | 'PENDING' | 'GOOD'
        'DOT'   | '554 5.6.0 not this one'        || 'DEAD'         | 'DEAD'    | 'GOOD'
        'DOT'   | 'DROP'                          || 'UNCERTAIN'    | 'PENDING' | 'GOOD'
    }

    def "a letter that may have been taken goes once more with the same Message-ID, then a person decides"() {
        given:
        def olga = aMemberWithEmail()
        server.answers['DOT'] = 'DROP'
        tell(olga, Channel.EMAIL)

        when:
        3.times {
            sendWhatIsDue()
            clock.advance(Duration.ofMinutes(20))
        }

        then:
        attemptsOf(olga)*.state == ['UNCERTAIN', 'UNCERTAIN']
        statesOf(olga) == ['UNCERTAIN']
        server.letters.size() == 2
        server.letters.collect { it.readLines().find { row -> row.startsWith('Message-ID:') } }.toSet().size() == 1
    }

    def "a refused log-in closes the route once and not once for every member"() {
        given:
        def members = (1..5).collect { aMemberWithEmail() }
        server.answers['MAIL'] = '530 5.7.0 log in first'
        members.each { tell(it, Channel.EMAIL) }

        when:
        sendWhatIsDue()
        sendWhatIsDue()

        then:
        members.collectMany { attemptsOf(it) }.size() == 1
        members.collectMany { statesOf(it) } == ['PENDING'] * 5
    }

    def "an address that cannot be written into a header reaches no server"() {
        given:
        def olga = aMemberWhoAgreedTo(Channel.EMAIL)
        aContact(olga, kind: 'EMAIL', value: value)
        tell(olga, Channel.EMAIL)

        when:
        sendWhatIsDue()

        then:
        server.letters == []
        statesOf(olga) == ['DEAD']
        attemptsOf(olga)*.error == ['NOT_WRITABLE']

        where:
        value << ['olga@example.org\r\nBcc: all@example.org', 'Ольга <olga@example.org>', 'ольга@example.org', '@example.org']
    }

    def "a Cyrillic domain is written as mail servers know it"() {
        given:
        def olga = aMemberWhoAgreedTo(Channel.EMAIL)
        aContact(olga, kind: 'EMAIL', value: 'olga@школа.рф')
        tell(olga, Channel.EMAIL)

        when:
        sendWhatIsDue()

        then:
        server.letters.size() == 1
        server.letters[0].contains('To: olga@xn--80atdl2c.xn--p1ai')
    }

    private UUID aMemberWithEmail() {
        def person = aMemberWhoAgreedTo(Channel.EMAIL)
        aContact(person, kind: 'EMAIL', value: "m${person}@example.org".toString())
        person
    }

    private String contactOf(UUID person) {
        asSuperuser { it.firstRow('SELECT state FROM contacts.contact WHERE person_id = ?', [person]).state }
    }
}
