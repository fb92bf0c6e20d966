package org.profbilet.notifications.campaigns

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.time.Duration
import java.time.Instant
import java.time.ZoneId
import java.util.concurrent.Callable
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger
import org.profbilet.consents.Channel
import org.profbilet.consents.ChooseAds
import org.profbilet.consents.ConsentedAddress
import org.profbilet.notifications.channels.HandOver
import org.profbilet.notifications.channels.Message
import org.profbilet.notifications.outbox.BroadcastSpecLanes
import org.profbilet.notifications.testing.CampaignSpec
import spock.lang.AutoCleanup

/**
 * Random histories of campaigns that are paused, resumed and cancelled, of readers who agree, withdraw,
 * mute and refuse advertising, of senders that die. Whatever happens, nothing goes to whom it must not, and nothing goes twice.
 */
@MicronautTest(transactional = false)
class CampaignHistoriesSpec extends CampaignSpec {

    private static final ZoneId ZONE = ZoneId.of('Europe/Moscow')

    @Inject
    ChooseAds chooseAds

    @AutoCleanup('shutdownNow')
    def threads = Executors.newCachedThreadPool()

    private final List<String> violations = [].asSynchronized()
    private final Map<List, Integer> taken = [:].asSynchronized()
    private Random random
    private BroadcastSpecLanes lanes

    def "in history #seed every hand-over had a consent, a running campaign and the day, and none went twice"() {
        given:
        random = new Random(seed)
        lanes = new BroadcastSpecLanes(context, ALL)
        lanes.answer = { Channel channel, Message message, ConsentedAddress address ->
            judge(channel, message, address)
            answerOf(message)
        }
        def people = (1..4).collect { aMemberWhoCanBeReached(ALL) }
        def campaigns = [done(sendCampaign.send(author, aDraft().id()))]

        when:
        45.times { step(people, campaigns) }
        clock.now = nextNoon()
        campaigns.each { stopCampaign.resume(author, it.id()) }
        3.times {
            runCampaigns.run()
            clock.advance(Duration.ofMinutes(70))
            lanes.send()
        }
        clock.advance(Duration.ofDays(5))
        lanes.send()
        runCampaigns.run()

        then:
        violations == []
        taken.values().every { it == 1 }
        attemptsWithoutConsent() == 0

        and: 'every campaign has ended, and so has every message of it'
        campaigns.collect { stateOf(it) }.every { it in ['DONE', 'CANCELLED'] }
        people.collectMany { statesOf(it) }.every { !(it in ['PENDING', 'CLAIMED']) }

        and:
        !taken.isEmpty()

        where:
        seed << (1..4)
    }

    def "when a #what has returned no hand-over of the campaign is under way and none begins, however many lanes send"() {
        given:
        60.times { aMemberWhoCanBeReached([Channel.EMAIL]) }
        def campaign = aCampaign()
        def underWay = new CountDownLatch(20)
        def stopped = false
        def late = new AtomicInteger()
        lanes = new BroadcastSpecLanes(context, ALL, 3)
        lanes.answer = { Channel channel, Message message, ConsentedAddress address ->
            underWay.countDown()
            Thread.sleep(underWay.count ? 3 : 30) // slower from then on, so that there is something left to stop
            if (stopped) {
                late.incrementAndGet()
            }
            new HandOver.Accepted(null)
        }
        def sending = threads.submit({ lanes.send() } as Callable)
        underWay.await(20, TimeUnit.SECONDS)

        when:
        stopCampaign."$what"(author, campaign.id())
        stopped = true
        sending.get(20, TimeUnit.SECONDS)

        then:
        late.get() == 0
        lanes.told[Channel.EMAIL].size() in 20..59

        where:
        what << ['pause', 'cancel']
    }

    private void step(List<UUID> people, List<Campaign> campaigns) {
        def person = people[random.nextInt(people.size())]
        def channel = ALL[random.nextInt(3)]
        def campaign = campaigns[random.nextInt(campaigns.size())]
        switch (random.nextInt(12)) {
            case 0: agreed(person, channel); break
            case 1: withdrew(person, channel); break
            case 2: random.nextBoolean() ? mutes(person, channel) : chooseAds.choose(person, random.nextBoolean(), PHONE); break
            case 3: stopCampaign.pause(author, campaign.id()); break
            case 4..5: stopCampaign.resume(author, campaign.id()); break
            case 6: random.nextInt(3) == 0 ? stopCampaign.cancel(author, campaign.id()) : null; break
            case 7: campaigns << done(sendCampaign.send(author, aDraft(category: Category.values()[random.nextInt(2)]).id())); break
            case 8: clock.advance(Duration.ofMinutes(random.nextInt(400) - 60)); break
            case 9: lanes.claim(channel, 2); break
            case 10: runCampaigns.run(); lanes.send(); break
            default: runCampaigns.run(); lanes.handOver(lanes.claim(channel, 2))
        }
    }

    private HandOver answerOf(Message message) {
        switch (random.nextInt(6)) {
            case 0: return new HandOver.RetryAt(null, 'SPEC')
            case 1: return new HandOver.Dead('SPEC')
            default:
                taken.merge([campaignOf(message), message.personId()], 1, Integer::sum)
                return new HandOver.Accepted(null)
        }
    }

    private void judge(Channel channel, Message message, ConsentedAddress address) {
        def known = asSuperuser {
            it.firstRow('''
                SELECT decision.state AS consent, decision.version, c.state AS campaign, coalesce(? = ANY (p.muted), false) AS muted,
                       c.category = 'AD' AND NOT coalesce((SELECT a.wanted FROM consents.ads_decision a
                           WHERE a.person_id = d.person_id ORDER BY a.version DESC LIMIT 1), true) AS unwanted
                  FROM notifications.delivery d
                  JOIN notifications.campaign c ON c.id = d.campaign_id
                  LEFT JOIN notifications.preference p ON p.person_id = d.person_id
                  LEFT JOIN consents.decision decision
                    ON decision.person_id = d.person_id AND decision.purpose = 'MESSAGES' AND decision.channel = d.channel
                 WHERE d.id = ?
                 ORDER BY decision.version DESC
                 LIMIT 1''', [channel.name(), message.id()])
        }
        def hour = clock.instant().atZone(ZONE).hour
        if (known?.consent != 'GIVEN' || known.version != address.consentVersion() || known.campaign != 'RUNNING' ||
                known.muted || known.unwanted || !(hour in 9..20)) {
            violations << "$channel handed over on $known at $hour".toString()
        }
    }

    private UUID campaignOf(Message message) {
        asSuperuser { it.firstRow('SELECT campaign_id FROM notifications.delivery WHERE id = ?', [message.id()]).campaign_id } as UUID
    }

    private void mutes(UUID person, Channel channel) {
        def muted = random.nextBoolean() ? "{${channel.name()}}".toString() : '{}'
        asSuperuser {
            it.execute("""
                INSERT INTO notifications.preference (person_id, language, muted) VALUES (?, 'RU', CAST(? AS text[]))
                    ON CONFLICT (person_id) DO UPDATE SET muted = excluded.muted""", [person, muted])
        }
    }

    private Instant nextNoon() {
        clock.instant().plus(Duration.ofDays(1)).atZone(ZONE).withHour(12).toInstant()
    }

    private int attemptsWithoutConsent() {
        asSuperuser {
            it.firstRow('''
                SELECT count(*) AS n
                  FROM notifications.attempt a
                 WHERE NOT EXISTS (
                       SELECT 1
                         FROM consents.decision d
                        WHERE d.person_id = a.person_id
                          AND d.purpose = 'MESSAGES'
                          AND d.channel = a.channel
                          AND d.version = a.consent_version
                          AND d.state = 'GIVEN')''').n
        } as int
    }
}
