package org.profbilet.notifications.unsubscribe

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import org.profbilet.consents.Channel
import org.profbilet.consents.ChooseAds
import org.profbilet.notifications.testing.NotificationsSpec

@MicronautTest(transactional = false)
class UnsubscribeSpec extends NotificationsSpec {

    @Inject
    Unsubscribe unsubscribe

    @Inject
    UnsubscribeLinks links

    @Inject
    ChooseAds chooseAds

    def "the link of a letter ends e-mail at once and leaves the other channels as they are"() {
        given:
        def olga = aMemberWhoAgreedTo(Channel.EMAIL, Channel.PUSH)
        tell(olga, Channel.EMAIL)

        when:
        def first = unsubscribe.byLink(tokenOf(olga, Channel.EMAIL))
        def second = unsubscribe.byLink(tokenOf(olga, Channel.EMAIL))

        then:
        first == Unsubscribe.Outcome.STOPPED
        second == Unsubscribe.Outcome.STOPPED
        consentsOf(olga) == [EMAIL: 'WITHDRAWN', PUSH: 'GIVEN']
    }

    def "the link of an advertising letter ends advertising at once by every channel, and leaves her consents as they are"() {
        given:
        def olga = aMemberWhoAgreedTo(Channel.EMAIL, Channel.PUSH)
        def link = links.linkOfAds(UUID.randomUUID(), olga, Channel.EMAIL).split('token=')[1]

        expect:
        unsubscribe.isOfAds(link)
        !unsubscribe.isOfAds(tokenOf(olga, Channel.EMAIL))
        chooseAds.areWanted(olga)

        when:
        def outcomes = (1..2).collect { unsubscribe.byLink(link) }

        then:
        outcomes == [Unsubscribe.Outcome.ADS_STOPPED] * 2
        !chooseAds.areWanted(olga)
        consentsOf(olga) == [EMAIL: 'GIVEN', PUSH: 'GIVEN']
    }

    def "a link with one sign changed stops nothing"() {
        given:
        def olga = aMemberWhoAgreedTo(Channel.EMAIL)
        def token = tokenOf(olga, Channel.EMAIL)

        expect:
        (0..<token.length()).every { place ->
            def other = token[place] == 'A' ? 'B' : 'A'
            unsubscribe.byLink(token.substring(0, place) + other + token.substring(place + 1)) == Unsubscribe.Outcome.UNKNOWN_LINK
        }
        consentsOf(olga) == [EMAIL: 'GIVEN']
    }

    def "what is no link at all stops nothing: #token"() {
        expect:
        unsubscribe.byLink(token) == Unsubscribe.Outcome.UNKNOWN_LINK

        where:
        token << ['', ' ', 'A', 'A' * 66, 'A' * 10_000, 'олга', '../../etc/passwd']
    }

    def "a link names no person in clear"() {
        given:
        def olga = aMemberWhoAgreedTo(Channel.EMAIL)

        expect:
        !links.link(UUID.randomUUID(), olga, Channel.EMAIL).contains(olga.toString())
        !links.link(UUID.randomUUID(), olga, Channel.EMAIL).contains('@')
    }

    private String tokenOf(UUID person, Channel channel) {
        links.link(UUID.randomUUID(), person, channel).split('token=')[1]
    }

    private Map<String, String> consentsOf(UUID person) {
        asSuperuser {
            it.rows("SELECT channel, state FROM consents.current WHERE person_id = ? AND purpose = 'MESSAGES' ORDER BY channel", [person])
        }.collectEntries { [it.channel, it.state] }
    }
}
