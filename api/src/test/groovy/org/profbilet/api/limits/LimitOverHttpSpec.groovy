package org.profbilet.api.limits

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.time.Duration
import org.profbilet.api.HttpSpec
import org.profbilet.testing.Union

@MicronautTest(transactional = false)
class LimitOverHttpSpec extends HttpSpec {

    @Override
    Map<String, String> getProperties() {
        super.properties + ['profbilet.limits.enabled': 'true', 'profbilet.trusted-proxies': '127.0.0.1']
    }

    def "who asks for codes too often is told to wait, how long, and is let in then"() {
        given:
        def from = ['X-Forwarded-For': '192.0.2.1']
        10.times { assert code(from).status == 202 }

        when:
        def refused = code(from)

        then:
        refused.status == 429
        refused.problem == 'RATE_LIMITED'
        refused.body.title == 'Слишком много запросов. Подождите немного'
        refused.header('retry-after') == '120'
        code(['X-Forwarded-For': '192.0.2.2']).status == 202

        when:
        clock.advance(Duration.ofMinutes(2))

        then:
        code(from).status == 202
    }

    def "whoever is refused has changed nothing: #what"() {
        given:
        def from = ['X-Forwarded-For': address]
        spent.times { assert send('POST', path, body, null, from + key()).status != 429 }

        expect:
        send('POST', path, body, null, from + key()).status == 429

        where:
        what                   | spent | address     | path                               | body
        'wrong slips'          | 60    | '192.0.2.3' | '/v1/open/activations'             | [:]
        'wrong ways out'       | 20    | '192.0.2.4' | '/v1/open/unsubscribe?token=AAAA'  | [:]
        'wrong passwords'      | 60    | '192.0.2.5' | '/v1/session'                      | [login: 'nobody', password: '']
    }

    def "a session that is open is not counted"() {
        given:
        def token = post('/v1/session', [login: 'chair', password: Union.PASSWORD], null, ['X-Forwarded-For': '192.0.2.6']).body.accessToken

        expect:
        (1..150).every { get('/v1/session', token).status == 200 }
    }

    private Answer code(Map<String, String> from) {
        post('/v1/open/activations/codes', [ticketNumber: '9999999999', birthDate: '1980-02-01'], null, from)
    }

    private static Map<String, String> key() {
        ['Idempotency-Key': UUID.randomUUID().toString()]
    }
}
