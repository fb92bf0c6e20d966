package org.profbilet.notifications.email

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardOpenOption
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
    private static final int MANY = 400
    private static final int ON_THEIR_WAY = 2

    def soon = new PollingConditions(timeout: 30, delay: 0.2)

    @Override
    Map<String, String> getProperties() {
        super.properties + [
            'profbilet.smtp.host'       : '127.0.0.1',
            'profbilet.smtp.port'       : System.getProperty('drill.postfix.port'),
            'profbilet.smtp.security'   : 'NONE',
            'profbilet.smtp.from'       : 'noreply@bilet.example',
            'profbilet.smtp.bounces-to' : 'bounces@bilet.example',
            'profbilet.smtp.connections': "$ON_THEIR_WAY".toString(),
            'profbilet.bounces.maildir' : WORK.resolve('mail/bounces').toString()
        ]
    }

    def "what is in is out: letters to living people arrive, those to gone ones come back and close the address"() {
        given:
        def living = tellAll('living', 'good.example', EACH)
        def gone = tellAll('gone', 'gone.example', EACH)

        when:
        sendWhatIsDue()

        then:
        (living + gone).values().every { statesOf(it) == ['ACCEPTED'] }

        when:
        int reported = 0
        soon.eventually {
            reported += context.getBean(ReadBounces).read()
            assert reported == EACH
            assert arrived(living).size() == EACH
        }
        while (context.getBean(SettleReceipts).settle() > 0) {
            // the next hundred
        }

        then:
        tellTheDrill("gone mailboxes: in ${living.size() + gone.size()}, reported back $reported, ${figures(living)}")
        living.values().every { statesOf(it) == ['ACCEPTED'] && addressOf(it) == 'GOOD' }
        gone.values().every { statesOf(it) == ['BOUNCED'] && addressOf(it) == 'DEAD' }
        arrived(living).values().every { it.size() == 1 }
        Files.list(WORK.resolve('mail/bounces/new')).withCloseable { it.count() } == 0
    }

    def "while the server is away letters wait untried, and afterwards each arrives once"() {
        given:
        def members = tellAll('later', 'good.example', EACH)
        stopServer()

        when:
        sendWhatIsDue()
        def during = members.values().collectMany { statesOf(it) }.toSet()
        startServer()
        sendUntilNothingWaits()

        then:
        during == ['PENDING'].toSet()
        soon.eventually { assert arrived(members).size() == EACH }
        tellTheDrill("server away before: in $EACH, ${figures(members)}")
        members.values().every { statesOf(it) == ['ACCEPTED'] }
        arrived(members).values().every { it.size() == 1 }
    }

    def "a server that ends in the middle loses no letter, and what went twice is the same letter"() {
        given:
        def members = tellAll('many', 'good.example', MANY)

        when:
        def sending = Thread.start { sendWhatIsDue() }
        soon.eventually { assert arrived(members).size() > MANY.intdiv(4) }
        stopServer()
        sending.join()
        def waited = members.values().count { statesOf(it) == ['PENDING'] }
        startServer()
        sendUntilNothingWaits()

        then:
        waited > 0
        soon.eventually { assert arrived(members).size() == MANY }
        tellTheDrill("server ended in the middle: in $MANY, waited $waited, ${figures(members)}")
        members.values().every { statesOf(it) == ['ACCEPTED'] }
        arrived(members).values().every { it.toSet().size() == 1 }
        arrived(members).values().count { it.size() > 1 } <= ON_THEIR_WAY
    }

    private static void stopServer() {
        Files.createFile(WORK.resolve('control/down'))
        new PollingConditions(timeout: 30).eventually { assert !Files.exists(WORK.resolve('control/up')) }
    }

    private static void startServer() {
        Files.delete(WORK.resolve('control/down'))
        new PollingConditions(timeout: 30).eventually { assert Files.exists(WORK.resolve('control/up')) }
    }

    private void sendUntilNothingWaits() {
        soon.eventually {
            clock.advance(Duration.ofMinutes(20))
            sendWhatIsDue()
            assert asSuperuser {
                it.firstRow("SELECT count(*) AS n FROM notifications.delivery WHERE state IN ('PENDING', 'CLAIMED')").n
            } == 0
        }
    }

    /** By mailbox, the Message-ID of every letter in it, as Postfix delivered them. */
    private static Map<String, List<String>> arrived(Map<String, UUID> members) {
        def inbox = WORK.resolve('mail/good/new')
        if (!Files.isDirectory(inbox)) {
            return [:]
        }
        def letters = Files.list(inbox).withCloseable { it.toList() }
        letters.collect { Files.readString(it) }
                .groupBy { (it =~ /(?m)^Delivered-To: (\S+)/)[0][1] as String }
                .findAll { it.key in members.keySet() }
                .collectEntries { box, texts -> [(box): texts.collect { (it =~ /(?mi)^Message-ID: (\S+)/)[0][1] as String }] }
    }

    private static String figures(Map<String, UUID> living) {
        def letters = arrived(living)
        "arrived ${letters.size()}, lost ${living.size() - letters.size()}, twice ${letters.values().count { it.size() > 1 }}"
    }

    private static boolean tellTheDrill(String line) {
        def file = Path.of('target/drill/postfix.txt')
        Files.createDirectories(file.parent)
        Files.writeString(file, "$line\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND)
        true
    }

    private Map<String, UUID> tellAll(String name, String domain, int count) {
        def members = (1..count).collectEntries {
            def address = "$name$it@$domain".toString()
            [(address): aMemberWithEmail(address)]
        }
        members.values().each { tell(it, Channel.EMAIL) }
        members
    }

    private UUID aMemberWithEmail(String address) {
        def person = aMemberWhoAgreedTo(Channel.EMAIL)
        aContact(person, kind: 'EMAIL', value: address)
        person
    }

    private String addressOf(UUID person) {
        asSuperuser { it.firstRow('SELECT state FROM contacts.contact WHERE person_id = ?', [person]).state }
    }
}
