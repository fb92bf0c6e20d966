package org.profbilet.notifications.campaigns

import com.github.f4b6a3.uuid.UuidCreator
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.time.Duration
import java.time.Instant
import java.time.LocalDate
import org.profbilet.access.Acting
import org.profbilet.access.NotYours
import org.profbilet.access.Role
import org.profbilet.consents.Channel
import org.profbilet.notifications.campaigns.CampaignOutcome.Reason
import org.profbilet.notifications.outbox.BroadcastSpecLanes
import org.profbilet.notifications.outbox.RecordingSender
import org.profbilet.notifications.testing.CampaignSpec
import org.profbilet.organisations.Level
import org.profbilet.organisations.Organisations

/** A message to many: for whom it is, who lets it go, when it goes, and how it is stopped. */
@MicronautTest(transactional = false)
class CampaignsSpec extends CampaignSpec {

    @Inject
    TestCampaign testCampaign

    @Inject
    Campaigns campaigns

    private BroadcastSpecLanes lanes

    def setup() {
        lanes = new BroadcastSpecLanes(context, ALL)
    }

    def cleanup() {
        asSuperuser { it.execute("UPDATE organisations.organisation SET zone = 'Europe/Moscow', institution_kind = NULL") }
    }

    def "everybody of the audience finds it in her page, and who agreed is told by the first way that is open to her"() {
        given:
        def anna = aMemberWhoCanBeReached(ALL)
        def vera = aMemberWhoCanBeReached([Channel.SMS, Channel.EMAIL])
        def olga = aMemberWhoCanBeReached([])
        def stranger = aMemberWhoCanBeReached(ALL, [primary: otherPrimary])

        when:
        def campaign = aCampaign()
        lanes.send()

        then:
        readersOf(campaign) == [anna, vera, olga] as Set
        [anna, vera, olga, stranger].collect { channelsOf(it) } == [['PUSH'], ['EMAIL'], [], []]
        lanes.told == [(Channel.PUSH): [anna], (Channel.EMAIL): [vera], (Channel.SMS): []]

        when:
        runCampaigns.run()

        then:
        stateOf(campaign) == 'DONE'
        campaigns.get(primary, campaign.id()).audience() == 3
        campaigns.get(primary, campaign.id()).told() == 2
    }

    def "an audience of #what"() {
        given:
        author = new Acting(UUID.randomUUID(), local, Level.LOCAL, Role.CHAIR)
        def people = [anna: aMember(), vera: aMember(), olga: aMember([primary: otherPrimary]), away: aMember([primary: universityPrimary])]
        asSuperuser {
            it.execute("UPDATE organisations.organisation SET institution_kind = 'SCHOOL' WHERE id = ?", [primary])
            it.execute("UPDATE members.membership SET category = 'STUDENT', union_roles = '{TREASURER}' WHERE person_id = ?", [people.vera])
            it.execute("INSERT INTO notifications.preference (person_id, language, muted) VALUES (?, 'EN', '{}')", [people.olga])
            it.execute("""
                INSERT INTO cards.card (id, person_id, primary_id, medium, ticket_number, serial, printed_last_name, printed_first_name, status, order_id)
                SELECT gen_random_uuid(), id, primary_id, 'PLASTIC', ticket_number, '00001', '-', '-', 'AT_PRIMARY', ?
                  FROM members.person WHERE id = ?""", [anOrder(), people.anna])
        }

        when:
        def campaign = aCampaign(narrowed(given))

        then:
        readersOf(campaign) == people.findAll { it.key in found }.values() as Set

        where:
        what                             | given                      || found
        'the whole local'                | [:]                        || ['anna', 'vera', 'olga']
        'one primary of it'              | [within: 'primary']        || ['anna', 'vera']
        'schools'                        | [kinds: ['SCHOOL']]        || ['anna', 'vera']
        'students'                       | [categories: ['STUDENT']]  || ['vera']
        'treasurers'                     | [roles: ['TREASURER']]     || ['vera']
        'those whose cards wait for them'| [cardStates: ['AT_PRIMARY']] || ['anna']
        'those without a card'           | [cardStates: ['NONE']]     || ['vera', 'olga']
        'who reads English'              | [language: 'EN']           || ['olga']
        'who reads Russian'              | [language: 'RU']           || ['anna', 'vera']
    }

    def "the preview counts by channel, says why others are left out and what the SMS cost, and names nobody"() {
        given:
        aMemberWhoCanBeReached(ALL)
        aMemberWhoCanBeReached([Channel.EMAIL])
        aMemberWhoCanBeReached([Channel.SMS])
        aMemberWhoCanBeReached([])
        def quiet = aMemberWhoCanBeReached(ALL)
        withdrew(quiet, Channel.EMAIL)
        def family = (1..2).collect { aMember().tap { agreed(it, Channel.SMS) } }
        family.each { aContact(it, kind: 'PHONE', value: '+79990001122', verified: true, shared: true) }
        def unverified = aMember().tap { agreed(it, Channel.SMS) }
        aContact(unverified, kind: 'PHONE', value: '+79990001133')

        and: 'an SMS costs 2,50'
        def preview = new PreviewCampaign(context.getBean(CampaignRepository), context.getBean(Organisations), ALL.collect { new RecordingSender(it) }, 250L, clock)

        when:
        def seen = preview.of(aDraft())
        def ways = seen.ways().collectEntries { [it.channel(), it] }

        then:
        seen.audience() == 8
        seen.told() == 5
        seen.ways()*.channel() == ALL
        [ways[Channel.PUSH].reached(), ways[Channel.PUSH].first()] == [2, 2]
        ways[Channel.PUSH].leftOut() == [NO_CONSENT: 6]
        [ways[Channel.EMAIL].reached(), ways[Channel.EMAIL].first()] == [2, 1]
        ways[Channel.EMAIL].leftOut() == [NO_CONSENT: 5, WITHDRAWN: 1]
        [ways[Channel.SMS].reached(), ways[Channel.SMS].first()] == [4, 2]
        ways[Channel.SMS].leftOut() == [NO_CONSENT: 2, SAME_ADDRESS: 1, ADDRESS_NOT_VERIFIED: 1]
        seen.sms() == new Preview.Sms(1, 250, 500, 1000)

        and: 'where nobody serves SMS, the preview says so before anybody counts on it'
        context.getBean(PreviewCampaign).of(aDraft()).ways().last().leftOut() == [NO_ROUTE: 8]
    }

    def "members at one address are told once"() {
        given:
        def family = (1..2).collect { aMember().tap { agreed(it, Channel.EMAIL) } }
        family.each { aContact(it, kind: 'EMAIL', value: 'semja@example.org', verified: true, shared: true) }

        when:
        def campaign = aCampaign()
        lanes.send()

        then:
        readersOf(campaign) == family as Set
        lanes.told[Channel.EMAIL].size() == 1
    }

    def "a draft is refused where #what"() {
        when:
        def outcome = writeCampaign.create(author, UUID.randomUUID(), draft(given instanceof Closure ? given.call(this) : given))

        then:
        outcome == new CampaignOutcome.Refused(reason)

        where:
        what                                | given                                                             || reason
        'its audience is of others'         | { it -> [within: it.otherPrimary] }                               || Reason.AUDIENCE_NOT_YOURS
        'its audience is above'             | { it -> [within: it.local] }                                      || Reason.AUDIENCE_NOT_YOURS
        'a place is not known'              | [russian: new Words('Тема', 'Здравствуйте, {name}', 'Коротко')]   || Reason.PLACES_WRONG
        'the subject has places'            | [russian: new Words('{days}', 'Текст', 'Коротко')]                || Reason.PLACES_WRONG
        'it counts to no day'               | [russian: new Words('Тема', 'Ещё {days|день|дня|дней}', 'Тема')]  || Reason.DAY_MISSING
        'there are no words for an SMS'     | [russian: new Words('Тема', 'Текст', '')]                         || Reason.SMS_WORDS_WRONG
        'an SMS would take four parts'      | [russian: new Words('Тема', 'Текст', 'я' * 202)]                  || Reason.SMS_WORDS_WRONG
    }

    def "the ready words can be sent as they stand, in both languages and by every channel"() {
        expect:
        context.getBean(ReadyWords).list().each {
            done(writeCampaign.create(author, UUID.randomUUID(), draft(russian: it.russian(), english: it.english(), countedDay: LocalDate.of(2026, 12, 1))))
        }
    }

    def "the same request again is the same draft, another under its key is refused"() {
        given:
        def key = UuidCreator.timeOrderedEpoch

        expect:
        done(writeCampaign.create(author, key, draft())).id() == key
        done(writeCampaign.create(author, key, draft())).id() == key
        writeCampaign.create(author, key, draft(channels: [Channel.PUSH])) == new CampaignOutcome.Refused(Reason.KEY_OF_ANOTHER_REQUEST)
    }

    def "a thousand people are one person's word, one more needs a second one's, who is neither author nor sender"() {
        given:
        people(1001)
        def second = chair()

        when:
        def campaign = done(sendCampaign.send(author, aDraft().id()))
        runCampaigns.run()

        then:
        campaign.state() == CampaignState.WAITING
        campaign.recipients() == 1001
        readersOf(campaign) == [] as Set
        sendCampaign.approve(author, campaign.id()) == new CampaignOutcome.Refused(Reason.SAME_PERSON)

        when: 'the database knows the rule too'
        asSuperuser { it.execute("UPDATE notifications.campaign SET state = 'RUNNING', expires_at = now() WHERE id = ?", [campaign.id()]) }

        then:
        thrown(java.sql.SQLException)

        when:
        def returned = done(sendCampaign.giveBack(second, campaign.id(), 'Исправьте день'))
        def again = done(sendCampaign.send(author, campaign.id()))
        def approved = done(sendCampaign.approve(new Acting(UUID.randomUUID(), local, Level.LOCAL, Role.OFFICER), campaign.id()))
        runCampaigns.run()

        then:
        [returned.state(), returned.returnReason()] == [CampaignState.DRAFT, 'Исправьте день']
        again.state() == CampaignState.WAITING
        approved.state() == CampaignState.RUNNING
        readersOf(campaign).size() == 1001
    }

    def "who stands beside approves nothing and finds nothing"() {
        given:
        people(1001)
        def campaign = done(sendCampaign.send(author, aDraft().id()))

        when:
        sendCampaign.approve(chair(otherPrimary), campaign.id())

        then:
        thrown(NotYours)
        campaigns.listWaiting(otherPrimary) == []
        campaigns.listWaiting(local)*.id() == [campaign.id()]
    }

    def "nobody is written to in vain: an empty audience is refused"() {
        expect:
        sendCampaign.send(author, aDraft(categories: ['PENSIONER']).id()) == new CampaignOutcome.Refused(Reason.NOBODY_THERE)
    }

    def "what was sent off is not changed any more"() {
        given:
        aMember()
        def campaign = aCampaign()

        expect:
        writeCampaign.change(author, campaign.id(), draft(channels: [])) == new CampaignOutcome.Refused(Reason.WRONG_STATE)
        sendCampaign.send(chair(), campaign.id()) == new CampaignOutcome.Refused(Reason.WRONG_STATE)
        done(sendCampaign.send(author, campaign.id())).id() == campaign.id()
    }

    def "at #hour in #zone a message #what"() {
        given:
        asSuperuser { it.execute('UPDATE organisations.organisation SET zone = ? WHERE id = ?', [zone, primary]) }
        clock.now = Instant.parse(utc)
        def anna = aMemberWhoCanBeReached([Channel.PUSH])
        aCampaign()

        when:
        lanes.send()

        then:
        lanes.told[Channel.PUSH] == (goes ? [anna] : [])
        statesOf(anna) == [goes ? 'ACCEPTED' : 'PENDING']

        when: 'ten in the morning there at the latest'
        clock.now = Instant.parse(morning)
        lanes.send()

        then:
        lanes.told[Channel.PUSH] == [anna]

        where:
        zone                 | hour    | utc                    | morning                || goes
        'Europe/Moscow'      | '08:59' | '2026-11-20T05:59:59Z' | '2026-11-20T06:00:00Z' || false
        'Europe/Moscow'      | '09:00' | '2026-11-20T06:00:00Z' | '2026-11-20T07:00:00Z' || true
        'Europe/Moscow'      | '20:59' | '2026-11-20T17:59:59Z' | '2026-11-21T06:00:00Z' || true
        'Europe/Moscow'      | '21:00' | '2026-11-20T18:00:00Z' | '2026-11-21T06:00:00Z' || false
        'Asia/Kamchatka'     | '21:00' | '2026-11-20T09:00:00Z' | '2026-11-20T21:00:00Z' || false
        'Europe/Kaliningrad' | '09:00' | '2026-11-20T07:00:00Z' | '2026-11-20T08:00:00Z' || true
        what = goes ? 'goes' : 'waits'
    }

    def "what was claimed before nine in the evening is not handed over after it"() {
        given:
        clock.now = Instant.parse('2026-11-20T17:59:59Z')
        def anna = aMemberWhoCanBeReached([Channel.PUSH])
        aCampaign()
        def claimed = lanes.claim(Channel.PUSH)
        clock.advance(Duration.ofSeconds(1))

        when:
        lanes.handOver(claimed)

        then:
        lanes.told[Channel.PUSH] == []
        statesOf(anna) == ['PENDING']
        attemptsOf(anna) == []
    }

    def "a paused campaign sends nothing, resumed it sends the rest, each once"() {
        given:
        def people = (1..6).collect { aMemberWhoCanBeReached([Channel.EMAIL]) }
        def campaign = aCampaign()
        def first = lanes.claim(Channel.EMAIL, 2)
        lanes.handOver(first)

        when:
        def inFlight = lanes.claim(Channel.EMAIL, 2)
        stopCampaign.pause(author, campaign.id())
        lanes.handOver(inFlight)
        lanes.send()

        then:
        lanes.told[Channel.EMAIL].size() == 2
        stateOf(campaign) == 'PAUSED'

        when:
        2.times { stopCampaign.resume(author, campaign.id()) }
        lanes.send()
        runCampaigns.run()

        then:
        lanes.told[Channel.EMAIL].sort() == people.sort()
        stateOf(campaign) == 'DONE'
    }

    def "a cancelled campaign sends nothing more by any way, and every message of it ends"() {
        given:
        def people = (1..4).collect { aMemberWhoCanBeReached(ALL) }
        def campaign = aCampaign()
        lanes.handOver(lanes.claim(Channel.PUSH, 1))
        def inFlight = lanes.claim(Channel.PUSH, 1)

        when:
        stopCampaign.cancel(author, campaign.id())
        lanes.handOver(inFlight)
        runCampaigns.run()
        lanes.send()

        then:
        lanes.told.values().flatten().size() == 1
        people.collectMany { statesOf(it) }.countBy { it } == [ACCEPTED: 1, 'WITHHELD CANCELLED': 3]
        campaigns.get(primary, campaign.id()).endedAt() != null
        stopCampaign.resume(author, campaign.id()) == new CampaignOutcome.Refused(Reason.WRONG_STATE)
    }

    def "a campaign whose time comes later waits, and one whose time has passed never goes"() {
        given:
        def anna = aMemberWhoCanBeReached([Channel.PUSH])
        def later = aCampaign(beginsAt: clock.instant() + Duration.ofHours(2))

        expect:
        readersOf(later) == [] as Set

        when:
        clock.advance(Duration.ofHours(2))
        runCampaigns.run()
        lanes.send()

        then:
        lanes.told[Channel.PUSH] == [anna]

        when: 'the server was away for four days'
        def missed = aCampaign(beginsAt: clock.instant() + Duration.ofHours(2))
        clock.advance(Duration.ofDays(4))
        runCampaigns.run()

        then:
        readersOf(missed) == [] as Set
        stateOf(missed) == 'DONE'
    }

    def "killed in the midst of a fan-out, the next process goes on where it ended: nobody is left out, nobody told twice"() {
        given: 'three steps of one primary each'
        author = new Acting(UUID.randomUUID(), region, Level.REGIONAL, Role.CHAIR)
        def people = [primary, otherPrimary, universityPrimary].collect { aMemberWhoCanBeReached([Channel.EMAIL], [primary: it]) }
        def campaign = done(sendCampaign.send(author, aDraft().id()))

        when: 'the first step is told, the second is killed before it commits'
        def first = step(campaign)
        killed { step(campaign) }

        then:
        first
        readersOf(campaign) == [people[0]] as Set

        when:
        runCampaigns.run()
        lanes.send()

        then:
        readersOf(campaign) == people as Set
        lanes.told[Channel.EMAIL].sort() == people.sort()
    }

    def "a member who changes her primary in the midst of a fan-out is told once"() {
        given:
        author = new Acting(UUID.randomUUID(), local, Level.LOCAL, Role.CHAIR)
        def anna = aMemberWhoCanBeReached([Channel.EMAIL])
        def campaign = done(sendCampaign.send(author, aDraft().id()))
        step(campaign)

        when:
        asSuperuser {
            it.execute('UPDATE members.membership SET primary_id = ? WHERE person_id = ?', [otherPrimary, anna])
            it.execute('UPDATE members.person SET primary_id = ? WHERE id = ?', [otherPrimary, anna])
        }
        runCampaigns.run()

        then:
        channelsOf(anna) == ['EMAIL']
    }

    def "she reads it in her language, with the days that are left"() {
        given:
        def anna = aMemberWhoCanBeReached([Channel.EMAIL])
        def kate = aMemberWhoCanBeReached([Channel.EMAIL])
        asSuperuser { it.execute("INSERT INTO notifications.preference (person_id, language, muted) VALUES (?, 'EN', '{}')", [kate]) }

        when:
        aCampaign(russian: new Words('Собрание', 'Через {days|день|дня|дней}: {link}', 'Собрание'),
                english: new Words('Meeting', 'In {days|day|days}: {link}', 'Meeting'), countedDay: LocalDate.of(2026, 11, 23))
        lanes.send()

        then:
        lanes.bodies[anna] == 'Через 3\u00a0дня: https://bilet.example/ticket'
        lanes.bodies[kate] == 'In 3\u00a0days: https://bilet.example/ticket'
    }

    def "a channel that she muted is passed over for messages to many, and personal ones still come by it"() {
        given:
        def anna = aMemberWhoCanBeReached([Channel.PUSH, Channel.EMAIL])
        aCampaign()
        asSuperuser { it.execute("INSERT INTO notifications.preference (person_id, language, muted) VALUES (?, 'RU', '{PUSH}')", [anna]) }
        tell(anna, Channel.PUSH)

        when: 'she mutes it while the message waits'
        lanes.send()

        then:
        lanes.told[Channel.PUSH] == [anna]
        lanes.told[Channel.EMAIL] == [anna]
        statesOf(anna).sort() == ['ACCEPTED', 'ACCEPTED', 'WITHHELD MUTED']
    }

    def "a test goes to its author alone, at night too, five times at most, and does not say whether it found her"() {
        given:
        clock.now = Instant.parse('2026-11-20T22:00:00Z')
        def anna = aMemberWhoCanBeReached([Channel.EMAIL])
        aMemberWhoCanBeReached([Channel.EMAIL])
        def ticket = asSuperuser { it.firstRow('SELECT ticket_number FROM members.person WHERE id = ?', [anna]).ticket_number }
        def campaign = aDraft()

        when:
        7.times { testCampaign.send(author, campaign.id(), ticket, LocalDate.of(1980, 2, 1)) }
        testCampaign.send(author, campaign.id(), ticket, LocalDate.of(1980, 2, 2))
        lanes.send()

        then:
        lanes.told[Channel.EMAIL] == [anna] * 5
        readersOf(campaign) == [] as Set
    }

    def "how far it is: counts by channel and state"() {
        given:
        aMemberWhoCanBeReached([Channel.EMAIL])
        def vera = aMemberWhoCanBeReached([Channel.PUSH])
        def campaign = aCampaign()
        withdrew(vera, Channel.PUSH)
        lanes.send()

        expect:
        campaigns.progressOf(campaign.id()).collect { [it.channel(), it.state(), it.reason(), it.messages()] }.toSet() ==
                [['EMAIL', 'ACCEPTED', null, 1], ['PUSH', 'WITHHELD', 'WITHDRAWN', 1]] as Set
    }

    def "the login of the application sees no inbox but a member's own, and tells nobody by itself"() {
        given:
        def anna = aMember()
        aCampaign()

        expect:
        inTransaction { it.createStatement().executeQuery('SELECT count(*) FROM notifications.inbox').with { next(); getInt(1) } } == 0
        inTransaction {
            rowScope.person(anna)
            it.createStatement().executeQuery('SELECT count(*) FROM notifications.inbox').with { next(); getInt(1) }
        } == 1

        when:
        inTransaction { it.createStatement().execute(statement) }

        then:
        def refusal = thrown(java.sql.SQLException)
        refusal.SQLState == '42501'

        where:
        statement << [
            "INSERT INTO notifications.inbox VALUES (gen_random_uuid(), gen_random_uuid(), now())",
            "SELECT * FROM notifications.reach(gen_random_uuid(), '{}', '2026-11-20')",
            "UPDATE notifications.campaign SET fan_position = 0",
            "UPDATE notifications.campaign SET created_by = gen_random_uuid()"]
    }

    private Map<String, Object> narrowed(Map<String, Object> given) {
        given.within ? given + [within: primary] : given
    }

    private UUID anOrder() {
        def id = UuidCreator.timeOrderedEpoch
        asSuperuser {
            it.execute("""
                INSERT INTO cards.card_order (id, primary_id, payer_id, region_id, state, card_count, price_kopecks, sum_kopecks,
                                              request_hash, created_by, created_at)
                VALUES (?, ?, ?, ?, 'APPROVED', 1, 1700, 1700, '-', ?, now())""", [id, primary, local, region, UUID.randomUUID()])
        }
        id
    }

    private boolean step(Campaign campaign) {
        inTransaction { context.getBean(CampaignRepository).fanOut(campaign.id(), clock.instant(), LocalDate.of(2026, 11, 20), 1) }
    }

    private void killed(Closure<?> work) {
        try {
            inTransaction {
                work.call()
                throw new IllegalStateException('kill -9')
            }
        } catch (IllegalStateException ended) {
            // nothing was committed
        }
    }
}
