package org.profbilet.notifications.outbox

import io.micronaut.data.exceptions.DataAccessException
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.sql.SQLException
import java.time.Duration
import java.time.Instant
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import java.util.concurrent.TimeoutException
import org.profbilet.consents.Channel
import org.profbilet.consents.ConsentGate
import org.profbilet.notifications.campaigns.Campaign
import org.profbilet.notifications.channels.HandOver
import org.profbilet.notifications.testing.CampaignSpec
import org.profbilet.notifications.wording.Wording
import spock.lang.AutoCleanup

/**
 * The guards of a campaign, each taken away once on purpose: a story that ends well with them must end badly without
 * the one it is about, or nobody would notice that it is gone.
 */
@MicronautTest(transactional = false)
class CampaignGuardsSpec extends CampaignSpec {

    @AutoCleanup('shutdownNow')
    def threads = Executors.newCachedThreadPool()

    private final RecordingSender push = new RecordingSender(Channel.PUSH)
    private final UUID lease = UUID.randomUUID()
    private final List<String> repairs = []
    private Broadcasts broadcasts

    def setup() {
        broadcasts = context.getBean(Broadcasts)
    }

    def cleanup() {
        asSuperuser { sql ->
            ['attempt', 'delivery', 'inbox', 'campaign'].each { sql.execute("DELETE FROM notifications.$it".toString()) }
            repairs.each { sql.execute(it) }
        }
    }

    def "#story: #ends #guards"() {
        given:
        without.each { "$it"() }

        expect:
        "$story"() == ends

        where:
        story                              | without                                          || ends
        'written to on one person\'s word' | []                                               || 0
        'written to on one person\'s word' | ['no rule of the second person']                 || 1001
        'sent to after a pause'            | []                                               || 0
        'sent to after a pause'            | ['no lock while it is sent']                     || 1
        'sent to at night'                 | []                                               || 0
        'sent to at night'                 | ['no clock at the claim']                        || 0
        'sent to at night'                 | ['no clock at the gate']                         || 1
        'sent to too late'                 | []                                               || 0
        'sent to too late'                 | ['no end at the claim']                          || 1
        'sent to again'                    | []                                               || 0
        'sent to again'                    | ['no key of the inbox']                          || 0
        'sent to again'                    | ['no key of the inbox', 'no key of the message'] || 1
        'reckoned with, though she agreed to nothing' | []                                    || 0
        'reckoned with, though she agreed to nothing' | ['no consent at the fan-out']         || 1
        'sent to, though she agreed to nothing'       | ['no consent at the fan-out']         || 0
        guards = without ? "with ${without.join(' and ')}" : 'with every guard'
    }

    int "written to on one person's word"() {
        people(1001)
        def campaign = done(sendCampaign.send(author, aDraft().id()))
        refusable {
            it.createStatement().execute("UPDATE notifications.campaign SET state = 'RUNNING', expires_at = '2026-12-01' WHERE id = '${campaign.id()}'")
        }
        runCampaigns.run()
        readersOf(campaign).size()
    }

    int "sent to after a pause"() {
        aMemberWhoCanBeReached([Channel.PUSH])
        def campaign = aCampaign()
        boolean stopped = false
        int late = 0
        def pause
        push.answer = { message, address ->
            pause = threads.submit({ stopCampaign.pause(author, campaign.id()) } as Callable)
            try {
                pause.get(broadcasts.is(context.getBean(Broadcasts)) ? 300 : 4000, TimeUnit.MILLISECONDS)
                late++
            } catch (TimeoutException waitsForTheSender) {
                // as it must
            }
            new HandOver.Accepted(null)
        }
        sendOne()
        pause.get(5, TimeUnit.SECONDS)
        late
    }

    int "sent to at night"() {
        clock.now = Instant.parse('2026-11-20T17:59:59Z')
        aMemberWhoCanBeReached([Channel.PUSH])
        aCampaign()
        def claimed = claim()
        clock.advance(Duration.ofSeconds(1))
        handOver(claimed)
        sendOne()
        push.sent.size()
    }

    int "sent to too late"() {
        aMemberWhoCanBeReached([Channel.PUSH])
        aCampaign()
        clock.advance(Duration.ofDays(4))
        sendOne()
        push.sent.size()
    }

    /** The fan-out begins anew, as after a backup of the campaign's row alone. */
    int "sent to again"() {
        aMemberWhoCanBeReached([Channel.PUSH])
        def campaign = aCampaign()
        sendOne()
        asSuperuser {
            it.execute("UPDATE notifications.campaign SET fan_position = 0, fanned_out_at = NULL, state = 'RUNNING' WHERE id = ?", [campaign.id()])
        }
        refusable { runCampaigns.run() }
        sendOne()
        push.sent.size() - 1
    }

    int "reckoned with, though she agreed to nothing"() {
        aMemberWhoCanBeReached([])
        campaignsTold(aCampaign())
    }

    int "sent to, though she agreed to nothing"() {
        aMemberWhoCanBeReached([])
        aCampaign()
        sendOne()
        push.sent.size()
    }

    void "no rule of the second person"() {
        drop('campaign', 'many_need_a_second_person')
    }

    /** It asks in a transaction of its own, which ends before the hand-over. */
    void "no lock while it is sent"() {
        def real = broadcasts
        broadcasts = [
            hold   : { UUID campaign, UUID person, Channel channel, String zone ->
                threads.submit({ inTransaction { rowScope.person(person); real.hold(campaign, person, channel, zone) } } as Callable).get()
            },
            isAd   : { UUID campaign -> real.isAd(campaign) },
            message: { UUID campaign, UUID delivery, UUID person -> real.message(campaign, delivery, person) }
        ] as Broadcasts
    }

    void "no clock at the gate"() {
        def real = broadcasts
        broadcasts = [
            hold   : { UUID campaign, UUID person, Channel channel, String zone ->
                def standing = real.hold(campaign, person, channel, zone)
                standing == Broadcasts.Standing.NOT_NOW ? Broadcasts.Standing.GOES : standing
            },
            isAd   : { UUID campaign -> real.isAd(campaign) },
            message: { UUID campaign, UUID delivery, UUID person -> real.message(campaign, delivery, person) }
        ] as Broadcasts
    }

    void "no clock at the claim"() {
        rewrite('claim_of_campaigns', 'AND extract(hour FROM moment AT TIME ZONE z.zone) BETWEEN 9 AND 20', '')
    }

    void "no end at the claim"() {
        rewrite('claim_of_campaigns', 'AND p.expires_at > moment', '')
    }

    void "no key of the inbox"() {
        drop('inbox', 'a_campaign_comes_once')
    }

    void "no key of the message"() {
        drop('delivery', 'delivery_is_made_once')
    }

    void "no consent at the fan-out"() {
        rewrite('reach', "consent.push IS DISTINCT FROM 'GIVEN'", 'false')
    }

    /** The product's own classes, from the claim to the settlement. */
    private void sendOne() {
        handOver(claim())
    }

    private List<Claimed> claim() {
        context.getBean(Claims).claim(Channel.PUSH, Priority.FOR_MANY, lease, 1)
    }

    private void handOver(List<Claimed> claimed) {
        def gate = new Gate(rowScope, broadcasts, context.getBean(ConsentGate))
        def intent = new DeclareIntent(gate, context.getBean(DeliveryRepository), context.getBean(AttemptRepository),
                context.getBean(Settlement), clock)
        def handOver = new HandOverDelivery(gate, context.getBean(DeliveryRepository), context.getBean(AttemptRepository),
                context.getBean(Settlement), context.getBean(ForgetDeadAddress), context.getBean(Wording),
                broadcasts, context.getBean(HardLimit), clock)
        claimed.each { delivery ->
            if (inTransaction { intent.declare(delivery, lease) }) {
                inTransaction { handOver.handOver(delivery, lease, push) }
            }
        }
    }

    private int campaignsTold(Campaign campaign) {
        asSuperuser { it.firstRow('SELECT told FROM notifications.campaign WHERE id = ?', [campaign.id()]).told }
    }

    private void refusable(Closure<?> work) {
        try {
            inTransaction(work)
        } catch (SQLException | DataAccessException refused) {
            // by the guard that is left
        }
    }

    private void drop(String table, String constraint) {
        asSuperuser { sql ->
            def rule = sql.firstRow('SELECT pg_get_constraintdef(oid) AS rule FROM pg_constraint WHERE conname = ?', [constraint]).rule
            sql.execute("ALTER TABLE notifications.$table DROP CONSTRAINT $constraint".toString())
            repairs << "ALTER TABLE notifications.$table ADD CONSTRAINT $constraint $rule".toString()
        }
    }

    private void rewrite(String function, String piece, String hole) {
        asSuperuser { sql ->
            def whole = sql.firstRow('''
                SELECT pg_get_functiondef(oid) AS text
                  FROM pg_proc
                 WHERE pronamespace = CAST('notifications' AS regnamespace) AND proname = ?''', [function]).text as String
            assert whole.contains(piece)
            sql.execute(whole.replace(piece, hole))
            repairs << whole
        }
    }
}
