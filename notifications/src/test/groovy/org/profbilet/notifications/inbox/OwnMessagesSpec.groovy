package org.profbilet.notifications.inbox

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.time.Duration
import java.time.LocalDate
import org.profbilet.consents.Channel
import org.profbilet.notifications.campaigns.Words
import org.profbilet.notifications.outbox.BroadcastSpecLanes
import org.profbilet.notifications.outbox.NoticeKind
import org.profbilet.notifications.testing.CampaignSpec

/** What a member finds in her own page. */
@MicronautTest(transactional = false)
class OwnMessagesSpec extends CampaignSpec {

    @Inject
    OwnMessages ownMessages

    def "she reads every message for her in her page, also when she agreed to none, newest first"() {
        given:
        def olga = aMember()
        tell(olga, Channel.PUSH)
        clock.advance(Duration.ofMinutes(1))
        aCampaign(russian: new Words('Собрание', 'Ждём вас: {link}', 'Ждём'))

        expect:
        ownMessages.list(olga)*.subject() == ['Собрание', 'Ваш профсоюзный билет выдан']
        ownMessages.list(olga).first().body() == 'Ждём вас: https://bilet.example/ticket'
        ownMessages.list(aMember()) == []
    }

    def "a notice that was tried by several ways is one message"() {
        given:
        def olga = aMemberWhoCanBeReached([Channel.EMAIL])
        inTransaction {
            rowScope.primary(primary)
            outbox.put(NoticeKind.CARD_ISSUED, 'card:7:issued', olga, primary)
        }
        new BroadcastSpecLanes(context, ALL).send()

        expect:
        channelsOf(olga) == ['PUSH', 'EMAIL']
        ownMessages.list(olga).size() == 1
    }

    def "a cancelled campaign stays only where it was sent already"() {
        given:
        def olga = aMemberWhoCanBeReached([Channel.PUSH])
        def vera = aMember()
        def campaign = aCampaign()
        new BroadcastSpecLanes(context, ALL).send()

        when:
        stopCampaign.cancel(author, campaign.id())

        then:
        ownMessages.list(olga)*.subject() == ['Собрание']
        ownMessages.list(vera) == []
    }

    def "she sees what was sent to her, what was not and why, and the decision of hers that allowed it"() {
        given:
        def olga = aMemberWhoCanBeReached([Channel.EMAIL])
        def vera = aMemberWhoCanBeReached([Channel.PUSH])
        aCampaign()
        withdrew(vera, Channel.PUSH)

        when:
        new BroadcastSpecLanes(context, ALL).send()
        def sent = ownMessages.listSent(olga).first()
        def withheld = ownMessages.listSent(vera).first()

        then:
        [sent.subject(), sent.channel(), sent.state(), sent.withheldReason()] == ['Собрание', 'EMAIL', 'ACCEPTED', null]
        [sent.consentSignedOn(), sent.consentForm(), sent.consentText()] == [LocalDate.of(2026, 11, 20), 'ELECTRONIC', '2025-3']
        [withheld.state(), withheld.withheldReason(), withheld.consentSignedOn()] == ['WITHHELD', 'WITHDRAWN', null]
    }

    def "her language and her quiet channels are kept, and hers alone"() {
        given:
        def olga = aMember()

        expect:
        ownMessages.preferences(olga) == new Preferences('RU', [] as Set, true)

        when:
        2.times { ownMessages.prefer(olga, new Preferences('EN', [Channel.SMS, Channel.PUSH] as Set, true), PHONE) }

        then:
        ownMessages.preferences(olga) == new Preferences('EN', [Channel.PUSH, Channel.SMS] as Set, true)
        ownMessages.preferences(aMember()) == new Preferences('RU', [] as Set, true)
    }
}
