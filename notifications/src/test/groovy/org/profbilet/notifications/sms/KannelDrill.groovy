package org.profbilet.notifications.sms

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import org.profbilet.notifications.channels.HandOver
import spock.lang.AutoCleanup
import spock.lang.Shared

/** The simulator of Debian's Kannel: it wants one line a direction, numbers nothing and writes to us itself. */
@MicronautTest(transactional = false)
class KannelDrill extends SmsDrill {

    private static final int MEMBERS = 300
    private static final int WRITTEN_TO_US = 50

    /** The simulator looks for Kannel's own box here and ends where there is none. */
    @Shared
    @AutoCleanup
    ServerSocket box = new ServerSocket(13001, 5, InetAddress.loopbackAddress)

    @Shared
    List<String> logs = []

    @Override
    protected int getPort() {
        2345
    }

    @Override
    Map<String, String> getProperties() {
        super.properties + ['profbilet.smpp.bind': 'SEPARATE']
    }

    def "what is in is out though the simulator is killed in the middle, and no SMS goes twice"() {
        given:
        startSimulator()
        def members = membersWith((1..MEMBERS).collect { String.format('7999%07d', it) })
        tellAll(members)

        when:
        sendWhileItFalls({ taken() }, MEMBERS.intdiv(3)) { startSimulator() }
        def ends = members.values().collect { statesOf(it)[0] }
        int accepted = ends.count('ACCEPTED')
        int uncertain = ends.count('UNCERTAIN')

        then:
        tellTheDrill("Kannel's drive_smpp, killed once: in $MEMBERS, accepted $accepted, uncertain $uncertain, " +
                "lost ${MEMBERS - accepted - uncertain}; the simulator took ${taken()}")
        accepted + uncertain == MEMBERS
        uncertain <= 2
        taken() in accepted..MEMBERS
    }

    def "what it writes to us is confirmed and harms nothing, and a Latin text is read as it was written"() {
        expect:
        soon.eventually { assert confirmed() == WRITTEN_TO_US }
        handOver(aMemberWithPhone(), 'Your ticket is ready') == new HandOver.Accepted(null)
        linesOf(logs.last()).any { it.contains('short_message = <Your ticket is ready>') }
        tellTheDrill("the simulator wrote $WRITTEN_TO_US messages to us: confirmed ${confirmed()}")
    }

    private void startSimulator() {
        logs << "/tmp/simulator-${logs.size()}.log".toString()
        startCentre('/usr/lib/kannel/test/drive_smpp', '-v', '4', '-l', logs.last(), '-p', "$port", '-m', "$WRITTEN_TO_US")
    }

    private int taken() {
        logs.sum { linesOf(it).count { it.contains('submit_sm: short_message') } } as int
    }

    private int confirmed() {
        linesOf(logs.last()).count { it.contains('of type deliver_sm_resp') } as int
    }
}
