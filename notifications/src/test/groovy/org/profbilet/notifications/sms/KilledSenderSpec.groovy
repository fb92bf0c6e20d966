package org.profbilet.notifications.sms

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import org.jsmpp.bean.SubmitSm
import org.jsmpp.session.SMPPServerSession
import org.profbilet.consents.Channel
import org.profbilet.notifications.outbox.SenderProcess
import org.profbilet.notifications.testing.SmsCentre
import spock.lang.Shared
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

/**
 * A sending process is killed without a warning while the SMS centre takes its messages: counts in, counts out.
 * {@code deploy/drill/killed-sender} does it twenty times.
 */
@MicronautTest(transactional = false)
class KilledSenderSpec extends SmsSpec {

    private static final int ROUNDS = Integer.getInteger('drill.rounds', 1)
    private static final int MEMBERS = 20
    private static final int ON_THEIR_WAY = 2
    private static final Path FIGURES = Path.of('target', 'drill', 'killed-sender.txt')

    @Shared
    SmsCentre centre

    @TempDir
    Path folder

    def random = new Random(20261121)
    def soon = new PollingConditions(timeout: 60, delay: 0.01)

    @Override
    Map<String, String> getProperties() {
        centre = centre ?: new SmsCentre()
        super.properties + [
            'profbilet.smpp.host'     : '127.0.0.1',
            'profbilet.smpp.port'     : "${centre.port}".toString(),
            'profbilet.smpp.system-id': 'profbilet',
            'profbilet.smpp.window'   : "$ON_THEIR_WAY".toString()
        ]
    }

    def cleanupSpec() {
        centre.close()
    }

    def "in #rounds rounds of kill -9 no SMS is lost, none goes twice, and only those on their way are uncertain"() {
        given:
        def counted = [in: 0, accepted: 0, uncertain: 0, submittedTwice: 0, acceptedButNotSubmitted: 0, other: 0]
        int mostUncertain = 0

        when:
        rounds.times { round ->
            def phones = (1..MEMBERS).collectEntries {
                def phone = String.format('79%03d%06d', round, it)
                [(aMemberWithPhone("+$phone")): phone]
            }
            phones.keySet().each { tell(it, Channel.SMS) }
            killInTheMiddle(round)
            2.times { // what was claimed but not begun is put off a little
                clock.advance(Duration.ofMinutes(3))
                sendWhatIsDue()
            }

            def submissions = centre.submitted.countBy { it.destAddress }
            int uncertain = 0
            phones.each { person, phone ->
                def times = submissions[phone] ?: 0
                def state = statesOf(person)[0]
                counted.in++
                counted.accepted += state == 'ACCEPTED' ? 1 : 0
                counted.other += state in ['ACCEPTED', 'UNCERTAIN'] ? 0 : 1
                counted.submittedTwice += times > 1 ? 1 : 0
                counted.acceptedButNotSubmitted += state == 'ACCEPTED' && times == 0 ? 1 : 0
                uncertain += state == 'UNCERTAIN' ? 1 : 0
            }
            counted.uncertain += uncertain
            mostUncertain = Math.max(mostUncertain, uncertain)
        }

        then:
        report(counted, mostUncertain)
        counted.other == 0
        counted.submittedTwice == 0
        counted.acceptedButNotSubmitted == 0
        counted.accepted + counted.uncertain == counted.in
        mostUncertain <= ON_THEIR_WAY

        where:
        rounds = ROUNDS
    }

    private void killInTheMiddle(int round) {
        int before = centre.submitted.size()
        centre.answer = { SubmitSm sms, SMPPServerSession session -> Thread.sleep(10); UUID.randomUUID().toString() }
        def log = folder.resolve("sender-${round}.log")
        def process = SenderProcess.start(getProperties(), clock.now, log)
        int enough = before + 1 + random.nextInt(MEMBERS - 8)
        try {
            soon.eventually {
                assert process.alive : Files.readString(log)
                assert centre.submitted.size() >= enough
            }
        } finally {
            process.destroyForcibly().waitFor()
        }
        assert unfinished() > 0
    }

    private int unfinished() {
        asSuperuser { it.firstRow("SELECT count(*) AS n FROM notifications.delivery WHERE state IN ('PENDING', 'CLAIMED')").n } as int
    }

    private static boolean report(Map counted, int mostUncertain) {
        def line = "kill -9 of a sender, $ROUNDS rounds: in $counted.in, accepted $counted.accepted, uncertain $counted.uncertain " +
                "(at most $mostUncertain a round), submitted twice $counted.submittedTwice, lost ${counted.acceptedButNotSubmitted + counted.other}\n"
        Files.createDirectories(FIGURES.parent)
        Files.writeString(FIGURES, line.toString())
        print line
        true
    }
}
