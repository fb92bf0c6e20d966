package org.profbilet.notifications.sms

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.time.Duration
import org.profbilet.consents.Channel
import org.profbilet.notifications.channels.HandOver
import org.profbilet.notifications.receipts.Receipts
import spock.lang.Stepwise

/**
 * An SMS centre that speaks by Debian's Net::SMPP ({@code deploy/lib/sms-centre.pl}): numbers, receipts, refusals, cut
 * lines. Its journal is what phones have got.
 */
@Stepwise
@MicronautTest(transactional = false)
class SmscDrill extends SmsDrill {

    private static final int LIVING = 200
    private static final int EACH = 10
    private static final String JOURNAL = '/tmp/journal'

    @Override
    protected int getPort() {
        2775
    }

    @Override
    Map<String, String> getProperties() {
        super.properties + ['profbilet.smpp.receipt-id': 'DECIMAL_OF_HEX']
    }

    def setupSpec() {
        openCentre()
    }

    def setup() {
        clock.advance(Duration.ofHours(1))
        asSuperuser { it.execute('DELETE FROM notifications.receipt') }
    }

    def "what is in is out: taken, never switched on, nobody's, throttled at first"() {
        given:
        def living = membersWith(numbers(LIVING, '1', '00'))
        def off = membersWith(numbers(EACH, '2', '77'))
        def nobodys = membersWith(numbers(EACH, '3', '11'))
        def throttled = membersWith(numbers(EACH, '4', '58'))
        def all = living + off + nobodys + throttled
        tellAll(all)

        when:
        sendUntilNothingWaits()
        soon.eventually {
            settle()
            assert [living, throttled].every { group -> group.values().every { statesOf(it) == ['DELIVERED'] } }
            assert off.values().every { statesOf(it) == ['BOUNCED'] }
        }

        then:
        tellTheDrill(figures('Net::SMPP, refusals', all))
        nobodys.values().every { statesOf(it) == ['DEAD'] && phoneOf(it) == 'DEAD' }
        (living + off + throttled).keySet().every { taken(it) == 1 }
        nobodys.keySet().every { taken(it) == 0 }
        unsettled() == 0
    }

    def "a #what text is read by a foreign hand as it was written, in #headers.size() parts, the last with a receipt"() {
        when:
        def answer = handOver(aMemberWithPhone("+$number"), text)
        def parts = journal('TAKEN').findAll { it[2] == number }

        then:
        answer instanceof HandOver.Accepted
        parts*.getAt(6).join('') == text
        parts*.getAt(5)*.drop(6) == headers
        parts*.getAt(3) == ['0'] * (headers.size() - 1) + ['1']

        where:
        what           | number        | text                                                                           || headers
        'short Latin'  | '79970000001' | 'Your ticket {No 1} costs 0€ @ school_17'                                      || ['']
        'long Latin'   | '79970000002' | 'Your ticket {No 1} costs 0€ @ school_17, come to the hall on Thursday. ' * 4  || ['0201', '0202']
        'short Russian' | '79970000003' | 'Билет № 1 выдан'                                                             || ['']
        'long Russian' | '79970000004' | 'Собрание пройдёт в четверг в актовом зале. Приходите, ждём всех! 🙂 ' * 3     || ['0401', '0402', '0403', '0404']
    }

    def "a line cut after the submission leaves these SMS uncertain, and none is ever sent again"() {
        given:
        def cut = membersWith(numbers(EACH, '5', '99'))
        tellAll(cut)

        when:
        sendUntilNothingWaits()
        clock.advance(Duration.ofDays(1))
        sendWhatIsDue()

        then:
        tellTheDrill(figures('Net::SMPP, lines cut', cut))
        cut.values().every { statesOf(it) == ['UNCERTAIN'] }
        cut.keySet().every { taken(it) <= 1 }
    }

    def "a centre killed in the middle loses nothing and doubles nothing, and brings the receipts it still owed"() {
        given:
        def members = membersWith(numbers(LIVING, '6', '00'))
        tellAll(members)
        int before = journal('TAKEN').size()

        when:
        sendWhileItFalls({ journal('TAKEN').size() - before }, LIVING.intdiv(3)) { openCentre() }
        soon.eventually {
            settle()
            assert members.values().every { statesOf(it)[0] in ['DELIVERED', 'UNCERTAIN'] }
        }

        then:
        tellTheDrill(figures('Net::SMPP, killed once', members))
        members.values().count { statesOf(it) == ['UNCERTAIN'] } <= 2
        members.keySet().every { taken(it) <= 1 }
    }

    def "with one line a direction messages go over the one and receipts come over the other"() {
        given:
        def sender = new SmppSender(apart(context.getBean(SmppSettings)), context.getBean(Receipts), clock)
        context.getBean(SmppSender).close()

        when:
        def answer = handOver(aMemberWithPhone('+79970000000'), 'Билет выдан', sender)

        then:
        taken('79970000000') == 1
        soon.eventually {
            assert (answer as HandOver.Accepted).providerMessage() in receipts()
        }

        cleanup:
        sender.close()
    }

    def "a log-in that is refused is not tried again at once, and the messages wait for the right one"() {
        given:
        def members = membersWith(numbers(EACH, '8', '00'))
        killCentre()
        openCentre('another')
        tellAll(members)

        when:
        3.times { sendWhatIsDue() }
        def during = members.values().collectMany { statesOf(it) }.toSet()
        def lockedOut = journal('LOCKED_OUT').size()
        killCentre()
        openCentre()
        sendUntilNothingWaits()

        then:
        during == ['PENDING'].toSet()
        lockedOut == 1
        members.values().every { statesOf(it)[0] in ['ACCEPTED', 'DELIVERED'] }
        tellTheDrill(figures('Net::SMPP, log-in refused at first', members))
    }

    private void openCentre(String password = 'secret') {
        startCentre('/mnt/sms-centre.pl', "$port", password, JOURNAL)
    }

    /** The last two digits tell the centre what becomes of it. */
    private static List<String> numbers(int count, String group, String fate) {
        (1..count).collect { String.format('799%s%05d%s', group, it, fate) }
    }

    private static List<List<String>> journal(String what) {
        linesOf(JOURNAL).collect { it.split(' ', 7).toList() }.findAll { it[0] == what }
    }

    private static int taken(String number) {
        journal('TAKEN').count { it[2] == number } as int
    }

    private String figures(String what, Map<String, UUID> members) {
        def ends = members.collectEntries { number, person -> [(number): statesOf(person)[0]] } as Map<String, String>
        def times = members.keySet().collectEntries { [(it): taken(it)] }
        int lost = ends.count { number, end -> end in ['PENDING', 'CLAIMED'] || end in ['ACCEPTED', 'DELIVERED'] && times[number] == 0 }
        "$what: in ${members.size()}, " + ends.values().countBy { it.toLowerCase() }.sort().collect { "$it.key $it.value" }.join(', ') +
                ", lost $lost; the centre took ${times.values().sum()}, twice ${times.count { it.value > 1 }}"
    }

    private List<String> receipts() {
        asSuperuser { it.rows('SELECT provider_message FROM notifications.receipt') }*.provider_message
    }
}
