package org.profbilet.notifications.campaigns

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import org.profbilet.consents.Channel
import org.profbilet.consents.ChooseAds
import org.profbilet.consents.ConsentedAddress
import org.profbilet.consents.Evidence
import org.profbilet.notifications.campaigns.CampaignOutcome.Reason
import org.profbilet.notifications.channels.HandOver
import org.profbilet.notifications.channels.Message
import org.profbilet.notifications.inbox.OwnMessages
import org.profbilet.notifications.inbox.Preferences
import org.profbilet.notifications.outbox.BroadcastSpecLanes
import org.profbilet.notifications.outbox.RecordingSender
import org.profbilet.notifications.testing.CampaignSpec
import org.profbilet.organisations.Organisations

/** Advertising goes to whom agreed to it and wants it still, and says what it is (38-ФЗ art. 18 p. 1). */
@MicronautTest(transactional = false)
class AdsSpec extends CampaignSpec {

    @Inject
    ChooseAds chooseAds

    @Inject
    OwnMessages ownMessages

    private BroadcastSpecLanes lanes
    private final List<Message> messages = []

    def setup() {
        lanes = new BroadcastSpecLanes(context, ALL)
        lanes.answer = { Channel channel, Message message, ConsentedAddress address ->
            messages << message
            new HandOver.Accepted(null)
        }
    }

    def "advertising goes to whom agreed to it; who said no, or agreed to words without it, finds it in her page alone"() {
        given:
        def anna = aMemberWhoCanBeReached(ALL)
        def vera = aMemberWhoCanBeReached(ALL)
        refusesAds(vera)
        def olga = aMemberWhoCanBeReached([])
        agreedToInformationOnly(olga, 'PUSH')

        when:
        def ad = aCampaign(category: Category.AD)
        lanes.send()

        then:
        lanes.told == [(Channel.PUSH): [anna], (Channel.EMAIL): [], (Channel.SMS): []]
        readersOf(ad) == [anna, vera, olga] as Set

        when: 'information goes on as before'
        aCampaign()
        lanes.send()

        then:
        lanes.told[Channel.PUSH].countBy { it } == [(anna): 2, (vera): 1, (olga): 1]
    }

    def "the preview says how many want no advertising, and how many agreed to words without it"() {
        given:
        aMemberWhoCanBeReached(ALL)
        refusesAds(aMemberWhoCanBeReached(ALL))
        agreedToInformationOnly(aMember(), 'EMAIL')
        aMember()
        def preview = new PreviewCampaign(context.getBean(CampaignRepository), context.getBean(Organisations),
                ALL.collect { new RecordingSender(it) }, 0L, clock)

        when:
        def ad = preview.of(aDraft(category: Category.AD))
        def information = preview.of(aDraft())

        then:
        [ad.audience(), ad.told(), information.told()] == [4, 1, 2]
        ad.ways().collectEntries { [it.channel(), it.leftOut()] } == [
                (Channel.PUSH) : [ADS_REFUSED: 1, NO_CONSENT: 2],
                (Channel.EMAIL): [ADS_REFUSED: 1, ADS_NOT_COVERED: 1, NO_CONSENT: 1],
                (Channel.SMS)  : [ADS_REFUSED: 1, NO_CONSENT: 2]]
        information.ways()*.leftOut()*.keySet().flatten().every { !it.startsWith('ADS') }
    }

    def "a no to advertising is in force for what waits already, by every channel, and for what was claimed"() {
        given:
        def anna = aMemberWhoCanBeReached(ALL)
        def vera = aMemberWhoCanBeReached([Channel.EMAIL])
        aCampaign(category: Category.AD)
        def claimed = lanes.claim(Channel.EMAIL)

        when:
        [anna, vera].each { refusesAds(it) }
        lanes.handOver(claimed)
        lanes.send()

        then:
        messages == []
        statesOf(anna) == ['WITHHELD ADS_REFUSED'] * 3
        statesOf(vera) == ['WITHHELD ADS_REFUSED']
        ownMessages.listSent(vera).collect { [it.category(), it.withheldReason()] } == [['AD', 'ADS_REFUSED']]
    }

    def "who said no may say yes again; her phone says it, and a later consent to a channel does not"() {
        given:
        def anna = aMemberWhoCanBeReached([Channel.EMAIL])
        refusesAds(anna)
        agreed(anna, Channel.PUSH)

        when:
        aCampaign(category: Category.AD)

        then:
        channelsOf(anna) == []

        when:
        ownMessages.prefer(anna, new Preferences('RU', [] as Set, true), PHONE)
        aCampaign(category: Category.AD)

        then:
        channelsOf(anna) == ['PUSH']
        ownMessages.preferences(anna).ads()
        decisionsOf(anna) == [[1, false, 'PHONE'], [2, true, 'PHONE']]
    }

    def "a link can only say no"() {
        given:
        def anna = aMember()
        chooseAds.choose(anna, false, Evidence.link())

        when:
        chooseAds.choose(anna, true, Evidence.link())

        then:
        thrown(Exception)
        decisionsOf(anna) == [[1, false, 'LINK']]
    }

    def "her no and her yes are her own to see, and nobody's to change"() {
        given:
        def anna = aMember()
        2.times { refusesAds(anna) }

        expect: 'saying no twice is saying no'
        decisionsOf(anna) == [[1, false, 'PHONE']]
        seen { rowScope.person(anna) } == 1
        seen { rowScope.person(aMember()) } == 0
        seen { rowScope.primary(primary) } == 0

        when: 'not even the owner'
        asSuperuser { it.execute('UPDATE consents.ads_decision SET wanted = true') }

        then:
        def refusal = thrown(java.sql.SQLException)
        refusal.SQLState == 'PF003'
    }

    def "advertising says what it is and who sends it, in every channel, in her page and in her language"() {
        given:
        def anna = aMemberWhoCanBeReached([Channel.EMAIL])
        def kate = aMemberWhoCanBeReached([Channel.SMS])
        asSuperuser { it.execute("INSERT INTO notifications.preference (person_id, language, muted) VALUES (?, 'EN', '{}')", [kate]) }
        def sender = context.getBean(Organisations).get(primary).shortName()

        when:
        aCampaign(category: Category.AD, russian: new Words('Санаторий', 'Со скидкой', 'Скидка'), english: new Words('Resort', 'Cheaper', 'Cheap'))
        lanes.send()
        def letter = messages.find { it.personId() == anna }
        def sms = messages.find { it.personId() == kate }

        then:
        [letter.subject(), letter.body()] == ['Санаторий', "Реклама. $sender.\n\nСо скидкой".toString()]
        [letter.hint(), letter.wayOut()] == ['Новое сообщение Профсоюза. Реклама', Message.WayOut.ADS]
        sms.brief() == "Advertisement. $sender. Cheap".toString()
        ownMessages.list(anna).collect { [it.category(), it.body()] } == [['AD', letter.body()]]

        when: 'information says nothing of the kind'
        aCampaign()
        lanes.send()

        then:
        messages.last().with { [hint, wayOut, body.contains('Реклама')] } == ['Новое сообщение Профсоюза', Message.WayOut.CHANNEL, false]
    }

    def "what advertising has to say of itself counts in the length of its SMS"() {
        given: 'as long as three SMS can be'
        def words = new Words('Тема', 'Текст', 'я' * 201)

        expect:
        done(writeCampaign.create(author, UUID.randomUUID(), draft(russian: words)))
        writeCampaign.create(author, UUID.randomUUID(), draft(russian: words, category: Category.AD)) ==
                new CampaignOutcome.Refused(Reason.SMS_WORDS_WRONG)
    }

    private void refusesAds(UUID person) {
        chooseAds.choose(person, false, PHONE)
    }

    private List<List> decisionsOf(UUID person) {
        asSuperuser {
            it.rows('SELECT version, wanted, evidence FROM consents.ads_decision WHERE person_id = ? ORDER BY version', [person])
        }.collect { [it.version, it.wanted, it.evidence] }
    }

    private int seen(Closure<?> scope) {
        inTransaction { java.sql.Connection connection ->
            scope.call()
            def rows = connection.createStatement().executeQuery('SELECT count(*) FROM consents.ads_decision')
            rows.next()
            rows.getInt(1)
        }
    }
}
