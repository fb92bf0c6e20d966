package org.profbilet.api.open

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import org.profbilet.api.HttpSpec
import org.profbilet.consents.Channel
import org.profbilet.notifications.unsubscribe.UnsubscribeLinks

@MicronautTest(transactional = false)
class UnsubscribeOverHttpSpec extends HttpSpec {

    @Inject
    UnsubscribeLinks links

    def "one click of a mail program stops e-mail, without a session"() {
        given:
        def olga = aMember(union.primary, consents: [EMAIL: 'GIVEN'])

        when:
        def answer = send('POST', pathFor(olga), 'List-Unsubscribe=One-Click'.bytes, null,
                ['content-type': 'application/x-www-form-urlencoded'])

        then:
        answer.status == 200
        new String(answer.bytes, 'UTF-8').contains('Писем Профсоюза больше не будет')
        stateOf(olga) == 'WITHDRAWN'
    }

    def "a scanner that opens the link stops nothing; a person finds a button there"() {
        given:
        def olga = aMember(union.primary, consents: [EMAIL: 'GIVEN'])

        when:
        def answer = get(pathFor(olga))

        then:
        answer.status == 200
        new String(answer.bytes, 'UTF-8').contains('<form method="post"><button>Не присылать</button>')
        stateOf(olga) == 'GIVEN'
    }

    def "the link of an advertising letter asks about advertising and stops it alone"() {
        given:
        def olga = aMember(union.primary, consents: [EMAIL: 'GIVEN'])
        def path = URI.create(links.linkOfAds(UUID.randomUUID(), olga, Channel.EMAIL)).with { "$path?$query".toString() }

        when:
        def question = get(path)
        def answer = send('POST', path, 'List-Unsubscribe=One-Click'.bytes, null, ['content-type': 'application/x-www-form-urlencoded'])

        then:
        new String(question.bytes, 'UTF-8').contains('Больше не присылать рекламу Профсоюза?')
        new String(answer.bytes, 'UTF-8').contains('Рекламы от Профсоюза больше не будет')
        stateOf(olga) == 'GIVEN'
        asSuperuser { it.firstRow('SELECT wanted FROM consents.ads_decision WHERE person_id = ?', [olga]).wanted } == false
    }

    def "a link that we did not write stops nothing"() {
        expect:
        send('POST', '/v1/open/unsubscribe?token=AAAA', new byte[0], null, [:]).status == 404
        send('POST', '/v1/open/unsubscribe', new byte[0], null, [:]).status == 400
    }

    private String pathFor(UUID person) {
        URI.create(links.link(UUID.randomUUID(), person, Channel.EMAIL)).with { "$path?$query" }
    }

    private String stateOf(UUID person) {
        asSuperuser {
            it.firstRow("SELECT state FROM consents.current WHERE person_id = ? AND channel = 'EMAIL'", [person]).state
        }
    }
}
