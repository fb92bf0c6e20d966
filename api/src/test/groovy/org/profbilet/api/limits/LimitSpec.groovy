package org.profbilet.api.limits

import io.micronaut.http.HttpMethod
import io.micronaut.http.HttpRequest
import java.time.Duration
import org.profbilet.testing.MutableClock
import spock.lang.Specification

/** The buckets themselves, by a clock that is moved. */
class LimitSpec extends Specification {

    def clock = new MutableClock()
    def buckets = new Buckets(clock)

    def "#limit: #atOnce requests at once, then one every #pause"() {
        given:
        def spent = (1..atOnce).collect { buckets.take(limit, '192.0.2.1') }

        expect:
        spent.every { it == Duration.ZERO }
        buckets.take(limit, '192.0.2.1') == pause
        buckets.take(limit, '192.0.2.2') == Duration.ZERO

        when:
        clock.advance(pause.minusMillis(1))

        then:
        buckets.take(limit, '192.0.2.1') == Duration.ofMillis(1)

        when:
        clock.advance(Duration.ofMillis(1))

        then:
        buckets.take(limit, '192.0.2.1') == Duration.ZERO
        buckets.take(limit, '192.0.2.1') == pause

        where:
        limit             | atOnce | pause
        Limit.CODE        | 10     | Duration.ofMinutes(2)
        Limit.ACTIVATION  | 60     | Duration.ofSeconds(10)
        Limit.CHECK       | 30     | Duration.ofSeconds(2)
        Limit.UNSUBSCRIBE | 20     | Duration.ofSeconds(10)
        Limit.SIGN_IN     | 60     | Duration.ofSeconds(5)
        Limit.OPEN        | 120    | Duration.ofSeconds(1)
    }

    def "who was silent long has the full number again, and no more"() {
        given:
        10.times { buckets.take(Limit.CODE, '192.0.2.1') }
        clock.advance(Duration.ofDays(1))

        expect:
        (1..10).every { buckets.take(Limit.CODE, '192.0.2.1') == Duration.ZERO }
        buckets.take(Limit.CODE, '192.0.2.1') != Duration.ZERO
    }

    def "a refusal costs nothing: who keeps asking is let in as early as who waits"() {
        given:
        10.times { buckets.take(Limit.CODE, '192.0.2.1') }
        1000.times { buckets.take(Limit.CODE, '192.0.2.1') }
        clock.advance(Duration.ofMinutes(2))

        expect:
        buckets.take(Limit.CODE, '192.0.2.1') == Duration.ZERO
    }

    def "a million addresses take no more memory than fifty thousand; the longest silent are forgotten"() {
        given:
        10.times { buckets.take(Limit.CODE, 'early') }
        1_000_000.times { buckets.take(Limit.OPEN, it.toString()) }

        expect:
        buckets.size() == Buckets.MOST
        buckets.take(Limit.CODE, 'early') == Duration.ZERO
    }

    def "#method #path falls under #limit"() {
        expect:
        Limit.of(method, path).orElse(null) == limit

        where:
        method            | path                          || limit
        HttpMethod.POST   | '/v1/open/activations/codes'  || Limit.CODE
        HttpMethod.POST   | '/v1/open/activations/codes/' || Limit.CODE
        HttpMethod.POST   | '/v1/open/activations'        || Limit.ACTIVATION
        HttpMethod.POST   | '/v1/open/unsubscribe'        || Limit.UNSUBSCRIBE
        HttpMethod.GET    | '/v1/open/unsubscribe'        || Limit.OPEN
        HttpMethod.POST   | '/v1/open/anything/else'      || Limit.OPEN
        HttpMethod.POST   | '/v1/session'                 || Limit.SIGN_IN
        HttpMethod.GET    | '/v1/session'                 || null
        HttpMethod.GET    | '/v1/chair/meetings'          || null
    }

    def "X-Forwarded-For is believed from our proxies only: #forwarded by #peer is #address"() {
        given:
        def request = Stub(HttpRequest) {
            getRemoteAddress() >> new InetSocketAddress(peer, 4711)
            getHeaders() >> HttpRequest.GET('/').tap { asked -> forwarded.each { asked.header('X-Forwarded-For', it) } }.headers
        }

        expect:
        new CallerAddress(['10.0.0.1', '10.0.0.2'] as Set).of(request) == address

        where:
        peer          | forwarded                                || address
        '192.0.2.1'   | []                                       || '192.0.2.1'
        '192.0.2.1'   | ['198.51.100.7']                         || '192.0.2.1'
        '10.0.0.1'    | ['198.51.100.7']                         || '198.51.100.7'
        '10.0.0.1'    | ['203.0.113.5, 198.51.100.7']            || '198.51.100.7'
        '10.0.0.1'    | ['203.0.113.5', '198.51.100.7']          || '198.51.100.7'
        '10.0.0.1'    | ['203.0.113.5, 198.51.100.7, 10.0.0.2']  || '198.51.100.7'
        '10.0.0.1'    | []                                       || '10.0.0.1'
        '2001:db8::1' | []                                       || '20010db800000000'
        '2001:db8::2' | []                                       || '20010db800000000'
        '10.0.0.1'    | ['2001:db8:0:1::ffff']                   || '20010db800000001'
    }
}
