package org.profbilet.notifications.inbox

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.time.Duration
import java.time.LocalDate
import org.profbilet.access.NotYours
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

    def "what she opened is read on all her phones, once and for ever, and what she did not open is counted"() {
        given:
        def olga = aMember()
        tell(olga, Channel.PUSH)
        clock.advance(Duration.ofMinutes(1))
        aCampaign()
        def (campaign, notice) = ownMessages.list(olga)

        expect:
        ownMessages.countUnread(olga) == 2
        [campaign, notice]*.isRead() == [false, false]

        when:
        2.times { ownMessages.markRead(olga, notice.id()) }

        then:
        ownMessages.list(olga)*.isRead() == [false, true]
        ownMessages.countUnread(olga) == 1

        when:
        ownMessages.markRead(olga, campaign.id())

        then:
        ownMessages.countUnread(olga) == 0
    }

    def "a notice that goes another way stays read"() {
        given:
        def olga = aMemberWhoCanBeReached([Channel.EMAIL])
        inTransaction {
            rowScope.primary(primary)
            outbox.put(NoticeKind.CARD_ISSUED, 'card:8:issued', olga, primary)
        }
        ownMessages.markRead(olga, ownMessages.list(olga).first().id())

        when:
        new BroadcastSpecLanes(context, ALL).send()

        then:
        channelsOf(olga) == ['PUSH', 'EMAIL']
        ownMessages.countUnread(olga) == 0
    }

    def "nobody but she learns what she has read: no chair, no other member, no count for whoever wrote"() {
        given:
        def olga = aMember()
        def vera = aMember()
        def campaign = aCampaign()
        ownMessages.markRead(olga, campaign.id())

        expect:
        ownMessages.list(vera)*.isRead() == [false]
        marksSeen { rowScope.person(olga) } == 1
        marksSeen { rowScope.person(vera) } == 0
        marksSeen { rowScope.primary(primary) } == 0
        marksSeen { } == 0
        asSuperuser { it.firstRow("SELECT count(*) AS n FROM pg_proc WHERE pronamespace = 'notifications'::regnamespace AND prosrc LIKE '%read_mark%'").n } == 0
    }

    def "a message of another is not found"() {
        given:
        def olga = aMember()
        tell(olga, Channel.PUSH)
        def hers = ownMessages.list(olga).first().id()

        when:
        ownMessages.markRead(aMember(), hers)

        then:
        thrown(NotYours)
        ownMessages.countUnread(olga) == 1
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

    private int marksSeen(Closure<?> scope) {
        inTransaction { java.sql.Connection connection ->
            scope.call()
            def rows = connection.createStatement().executeQuery('SELECT count(*) FROM notifications.read_mark')
            rows.next()
            rows.getInt(1)
        }
    }
}
