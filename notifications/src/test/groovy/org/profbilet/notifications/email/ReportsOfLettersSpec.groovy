package org.profbilet.notifications.email

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.nio.file.Files
import java.nio.file.Path
import org.profbilet.consents.Channel
import org.profbilet.notifications.receipts.SettleReceipts
import org.profbilet.notifications.testing.NotificationsSpec
import org.profbilet.notifications.testing.ScriptedMailServer
import spock.lang.Shared

/** Letters that a server took and that did not arrive all the same. */
@MicronautTest(transactional = false)
class ReportsOfLettersSpec extends NotificationsSpec {

    private static final String OFFERS_REPORTS = '250-mail.example\r\n250 DSN'

    @Shared
    ScriptedMailServer server

    @Shared
    Path mailbox

    @Override
    Map<String, String> getProperties() {
        server = server ?: new ScriptedMailServer()
        mailbox = mailbox ?: Files.createTempDirectory('bounces')
        Files.createDirectories(mailbox.resolve('new'))
        super.properties + [
            'profbilet.smtp.host'       : '127.0.0.1',
            'profbilet.smtp.port'       : "${server.port}".toString(),
            'profbilet.smtp.security'   : 'NONE',
            'profbilet.smtp.from'       : 'noreply@bilet.example',
            'profbilet.smtp.bounces-to' : 'bounces@bilet.example',
            'profbilet.bounces.maildir' : mailbox.toString()
        ]
    }

    def setup() {
        server.answers.clear()
        server.commands.clear()
        context.getBean(SmtpSender).close()
        asSuperuser { it.execute('DELETE FROM notifications.receipt') }
    }

    def cleanupSpec() {
        server.close()
    }

    def "a server that offers reports is asked for one under the number of the delivery"() {
        given:
        def olga = aMemberWithEmail()
        server.answers['EHLO'] = OFFERS_REPORTS
        tell(olga, Channel.EMAIL)

        when:
        sendWhatIsDue()

        then:
        server.commands.any { it == "MAIL FROM:<bounces@bilet.example> RET=HDRS ENVID=${deliveryOf(olga)}" }
        server.commands.any { it.startsWith('RCPT TO:') && it.endsWith('NOTIFY=FAILURE') }
    }

    def "a server that offers none is not troubled with what it would refuse"() {
        given:
        def olga = aMemberWithEmail()
        tell(olga, Channel.EMAIL)

        when:
        sendWhatIsDue()

        then:
        server.commands.any { it == 'MAIL FROM:<bounces@bilet.example>' }
        statesOf(olga) == ['ACCEPTED']
    }

    def "a report «#action #status» found by #key makes the delivery #delivery and the address #address"() {
        given:
        def olga = aMemberWithEmail()
        tell(olga, Channel.EMAIL)
        sendWhatIsDue()
        2.times { arrives("report-$it", report(deliveryOf(olga), action, status, key == 'its name')) }

        when:
        readAndSettle()

        then:
        statesOf(olga) == [delivery]
        addressOf(olga) == address
        letters('new') == []
        letters('cur').size() == aside

        where:
        action    | status  | key              || delivery    | address | aside
        'failed'  | '5.1.1' | 'its name'       || 'BOUNCED'   | 'DEAD'  | 0
        'failed'  | '5.1.1' | 'its Message-ID' || 'BOUNCED'   | 'DEAD'  | 0
        'failed'  | '5.2.2' | 'its name'       || 'BOUNCED'   | 'GOOD'  | 0
        'failed'  | '4.4.1' | 'its name'       || 'BOUNCED'   | 'GOOD'  | 0
        'failed'  | '5.7.1' | 'its name'       || 'BOUNCED'   | 'GOOD'  | 0
        'delayed' | '4.4.1' | 'its name'       || 'ACCEPTED'  | 'GOOD'  | 2
    }

    def "an answer from a holiday, a report of a foreign letter and rubbish change nothing and are put aside or forgotten"() {
        given:
        def olga = aMemberWithEmail()
        tell(olga, Channel.EMAIL)
        sendWhatIsDue()
        arrives('holiday', "From: olga@example.org\r\nIn-Reply-To: <${deliveryOf(olga)}@bilet.example>\r\n\r\nЯ в отпуске")
        arrives('foreign', report(UUID.randomUUID(), 'failed', '5.1.1', true))
        arrives('rubbish', 'Content-Type: multipart/report; boundary=x\r\n\r\n--x\r\n')

        when:
        readAndSettle()

        then:
        statesOf(olga) == ['ACCEPTED']
        addressOf(olga) == 'GOOD'
        letters('new') == []
        letters('cur') == ['holiday:2,', 'rubbish:2,']
    }

    def cleanup() {
        letters('cur').each { Files.delete(mailbox.resolve('cur').resolve(it)) }
    }

    private void readAndSettle() {
        context.getBean(ReadBounces).read()
        context.getBean(SettleReceipts).settle()
    }

    private void arrives(String name, String letter) {
        Files.writeString(mailbox.resolve('new').resolve(name), letter)
    }

    private List<String> letters(String folder) {
        def path = mailbox.resolve(folder)
        Files.isDirectory(path) ? Files.list(path).withCloseable { it.toList() }*.fileName*.toString().sort() : []
    }

    /** As Postfix writes it. */
    private static String report(UUID delivery, String action, String status, boolean named) {
        """\
        Return-Path: <>
        From: MAILER-DAEMON@mail.example (Mail Delivery System)
        Subject: Undelivered Mail Returned to Sender
        To: bounces@bilet.example
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="B17"

        --B17
        Content-Type: text/plain

        I'm sorry to have to inform you that your message could not be delivered.

        --B17
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.example
        ${named ? "Original-Envelope-Id: $delivery" : 'X-Postfix-Queue-ID: 4D1'}

        Final-Recipient: rfc822; olga@example.org
        Action: $action
        Status: $status
        Diagnostic-Code: smtp; 550 $status no such
            user here

        --B17
        Content-Type: text/rfc822-headers

        From: noreply@bilet.example
        ${named ? 'X-Nothing: here' : "Message-ID: <$delivery@bilet.example>"}

        --B17--
        """.stripIndent().replace('\n', '\r\n')
    }

    private UUID aMemberWithEmail() {
        def person = aMemberWhoAgreedTo(Channel.EMAIL)
        aContact(person, kind: 'EMAIL', value: "m${person}@example.org".toString())
        person
    }

    private UUID deliveryOf(UUID person) {
        attemptsOf(person)[0].delivery_id as UUID
    }

    private String addressOf(UUID person) {
        asSuperuser { it.firstRow('SELECT state FROM contacts.contact WHERE person_id = ?', [person]).state }
    }
}
