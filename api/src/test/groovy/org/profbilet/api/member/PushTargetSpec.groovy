package org.profbilet.api.member

import com.nimbusds.jose.jwk.Curve
import com.nimbusds.jose.jwk.gen.ECKeyGenerator
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import org.profbilet.api.HttpSpec
import org.profbilet.api.session.AccessTokens
import org.profbilet.meetings.PrintedTickets
import org.profbilet.testing.Union

@MicronautTest(transactional = false)
class PushTargetSpec extends HttpSpec {

    static final String P256DH = 'B' + 'A' * 86
    static final String AUTH = 'A' * 22

    @Inject
    AccessTokens tokens

    private final Map<UUID, UUID> phones = [:]

    def "an app registers its token once, however often it says so"() {
        given:
        def olga = aMember(union.primary)

        when:
        def answers = (1..3).collect { register(olga, [kind: 'FCM_TOKEN', token: 'token-1']) }

        then:
        answers*.status == [204] * 3
        livingOf(olga) == ['token-1']
    }

    def "a phone that changes hands brings messages to the one who signed in last"() {
        given:
        def olga = aMember(union.primary)
        def vera = aMember(union.otherPrimary)
        register(olga, [kind: 'FCM_TOKEN', token: 'shared-phone'])

        when:
        register(vera, [kind: 'FCM_TOKEN', token: 'shared-phone'])

        then:
        livingOf(olga) == []
        livingOf(vera) == ['shared-phone']
    }

    def "a page subscribes with the server's key and what its browser gave it"() {
        given:
        def olga = aMember(union.primary)

        when:
        def key = get('/v1/member/push-targets', tokenFor(olga)).body.applicationServerKey
        def answer = register(olga, page('https://updates.push.services.mozilla.com/wpush/v2/1'))

        then:
        Base64.urlDecoder.decode(key).length == 65
        answer.status == 204
        livingOf(olga).size() == 1
    }

    def "a device that wants no more messages is forgotten, and another one is not"() {
        given:
        def olga = aMember(union.primary)
        def vera = aMember(union.otherPrimary)
        register(olga, page('https://updates.push.services.mozilla.com/wpush/v2/olga'))
        register(olga, [kind: 'FCM_TOKEN', token: 'olga-tablet'])
        register(vera, [kind: 'FCM_TOKEN', token: 'vera-phone'])

        when:
        def answers = [
            remove(olga, page('https://updates.push.services.mozilla.com/wpush/v2/olga')),
            remove(olga, page('https://updates.push.services.mozilla.com/wpush/v2/olga')),
            remove(olga, [kind: 'FCM_TOKEN', token: 'vera-phone'])
        ]

        then:
        answers*.status == [204] * 3
        livingOf(olga) == ['olga-tablet']
        livingOf(vera) == ['vera-phone']
    }

    def "a registration that makes no sense is refused: #what"() {
        given:
        def olga = aMember(union.primary)

        when:
        def answer = register(olga, body)

        then:
        answer.status == 400
        answer.problem == 'VALIDATION'
        livingOf(olga) == []

        where:
        what                         | body
        'a server inside our house'  | page('http://127.0.0.1:8081/health')
        'a token for a page'         | [kind: 'WEB_PUSH', token: 'token-1']
        'an app without a token'     | [kind: 'FCM_TOKEN']
        'an empty token'             | [kind: 'FCM_TOKEN', token: '']
        'a token as long as a novel' | [kind: 'FCM_TOKEN', token: 'x' * 5000]
    }

    def "nobody but a member registers a device"() {
        expect:
        put('/v1/member/push-targets', [kind: 'FCM_TOKEN', token: 'token-1']).status == 401
        put('/v1/member/push-targets', [kind: 'FCM_TOKEN', token: 'token-1'], tokenOf('chair')).status == 403
    }

    private static Map page(String endpoint) {
        [kind: 'WEB_PUSH', subscription: [endpoint: endpoint, keys: [p256dh: P256DH, auth: AUTH]]]
    }

    private Answer register(UUID person, Map body) {
        put('/v1/member/push-targets', body, tokenFor(person))
    }

    private Answer remove(UUID person, Map body) {
        post('/v1/member/push-targets/removals', body, tokenFor(person))
    }

    private String tokenFor(UUID person) {
        tokens.forMember(person, phones.computeIfAbsent(person) { trustedPhoneOf(person) })
    }

    private UUID trustedPhoneOf(UUID person) {
        def key = new ECKeyGenerator(Curve.P_256).generate()
        asSuperuser { sql ->
            def owner = sql.firstRow('SELECT primary_id, ticket_number FROM members.person WHERE id = ?', [person])
            PrintedTickets.trustedPhone(sql, person, owner.primary_id as UUID, owner.ticket_number as String, key)
        }
    }

    private List<String> livingOf(UUID person) {
        asSuperuser {
            it.rows('SELECT value FROM contacts.push_target WHERE person_id = ? AND dead_at IS NULL', [person])*.value as List<String>
        }
    }
}
