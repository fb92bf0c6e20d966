package org.profbilet.notifications.email

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import org.profbilet.consents.Channel
import org.profbilet.notifications.receipts.SettleReceipts
import org.profbilet.notifications.testing.NotificationsSpec
import spock.util.concurrent.PollingConditions

/** Letters through Debian's Postfix; {@code deploy/drill/postfix} starts the server and this, and the suite does not. */
@MicronautTest(transactional = false)
class PostfixDrill extends NotificationsSpec {

    private static final Path WORK = Path.of(System.getProperty('drill.postfix'))
    private static final int EACH = 20

    def soon = new PollingConditions(timeout: 30, delay: 0.2)

    @Override
    Map<String, String> getProperties() {
        super.properties + [
            'profbilet.smtp.host'      : '127.0.0.1',
            'profbilet.smtp.port'      : System.getProperty('drill.postfix.port'),
            'profbilet.smtp.security'  : 'NONE',
            'profbilet.smtp.from'      : 'noreply@bilet.example',
            'profbilet.smtp.bounces-to': 'bounces@bilet.example',
            'profbilet.bounces.maildir': WORK.resolve('mail/bounces').toString()
        ]
    }

    def "what is in is out: letters to living people arrive, those to gone ones come back and close the address"() {
        given:
        def living = (1..EACH).collect { aMemberWithEmail("m$it@good.example") }
        def gone = (1..EACH).collect { aMemberWithEmail("m$it@gone.example") }
        (living + gone).each { tell(it, Channel.EMAIL) }

        when:
        sendWhatIsDue()

        then:
        (living + gone).every { statesOf(it) == ['ACCEPTED'] }

        when:
        int reported = 0
        soon.eventually {
            reported += context.getBean(ReadBounces).read()
            assert reported == EACH
            assert arrived() == EACH
        }
        while (context.getBean(SettleReceipts).settle() > 0) {
            // the next hundred
        }

        then:
        living.every { statesOf(it) == ['ACCEPTED'] && addressOf(it) == 'GOOD' }
        gone.every { statesOf(it) == ['BOUNCED'] && addressOf(it) == 'DEAD' }
        Files.list(WORK.resolve('mail/bounces/new')).withCloseable { it.count() } == 0
        tellTheDrill("$EACH letters arrived, $EACH of gone mailboxes were reported back and their addresses closed")
    }

    def "while the server is away letters wait untried, and afterwards each arrives once"() {
        given:
        def before = arrived()
        def members = (1..EACH).collect { aMemberWithEmail("later$it@good.example") }
        Files.createFile(WORK.resolve('control/down'))
        soon.eventually { assert !Files.exists(WORK.resolve('control/up')) }
        members.each { tell(it, Channel.EMAIL) }

        when:
        sendWhatIsDue()
        def during = members.collectMany { statesOf(it) }.toSet()
        Files.delete(WORK.resolve('control/down'))
        soon.eventually { assert Files.exists(WORK.resolve('control/up')) }
        soon.eventually {
            clock.advance(Duration.ofMinutes(20))
            sendWhatIsDue()
            assert members.every { statesOf(it) == ['ACCEPTED'] }
        }

        then:
        during == ['PENDING'].toSet()
        soon.eventually { assert arrived() == before + EACH }
        tellTheDrill("$EACH letters waited while the server was away and arrived once each")
    }

    private static int arrived() {
        def inbox = WORK.resolve('mail/good/new')
        Files.isDirectory(inbox) ? Files.list(inbox).withCloseable { it.count() } as int : 0
    }

    private static boolean tellTheDrill(String line) {
        def file = Path.of('target/drill/postfix.txt')
        Files.createDirectories(file.parent)
        Files.writeString(file, "$line\n", java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND)
        true
    }

    private UUID aMemberWithEmail(String address) {
        def person = aMemberWhoAgreedTo(Channel.EMAIL)
        aContact(person, kind: 'EMAIL', value: address.toString())
        person
    }

    private String addressOf(UUID person) {
        asSuperuser { it.firstRow('SELECT state FROM contacts.contact WHERE person_id = ?', [person]).state }
    }
}
