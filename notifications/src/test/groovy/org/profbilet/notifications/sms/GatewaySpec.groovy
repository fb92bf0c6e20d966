package org.profbilet.notifications.sms

import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import groovy.json.JsonSlurper
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.nio.charset.StandardCharsets
import java.time.Duration
import java.util.concurrent.CopyOnWriteArrayList
import org.profbilet.consents.Channel
import org.profbilet.notifications.testing.NotificationsSpec
import spock.lang.Shared

@MicronautTest(transactional = false)
class GatewaySpec extends NotificationsSpec {

    @Shared
    HttpServer gateway

    @Shared
    List<Map> requests = new CopyOnWriteArrayList<>()

    @Shared
    volatile Closure<?> answer

    @Override
    Map<String, String> getProperties() {
        gateway = gateway ?: open()
        super.properties + [
            'profbilet.sms-gateway.url'          : "http://127.0.0.1:${gateway.address.port}/send".toString(),
            'profbilet.sms-gateway.authorization': 'Bearer spec',
            'profbilet.sms-gateway.refused'      : '"error"\\s*:\\s*"(blacklisted|no_money)"',
            'profbilet.sms-gateway.again'        : '"error"\\s*:\\s*"slow_down"'
        ]
    }

    def setup() {
        clock.advance(Duration.ofHours(1))
        requests.clear()
    }

    def cleanupSpec() {
        gateway.stop(0)
    }

    def "a gateway gets phone, text and the number of the delivery as its settings say"() {
        given:
        def olga = aMemberWithPhone('+79991234567')
        answer = says(200, '{"id": "m-17", "status": "queued"}')
        tell(olga, Channel.SMS)

        when:
        sendWhatIsDue()

        then:
        requests == [[to: '+79991234567', from: 'Profbilet', text: 'Ваш профсоюзный билет выдан: https://bilet.example/ticket',
                      id: attemptsOf(olga)[0].delivery_id.toString(), authorization: 'Bearer spec']]
        statesOf(olga) == ['ACCEPTED']
        attemptsOf(olga)*.provider_message == ['m-17']
        attemptsOf(olga)*.provider == ['SMS_GATEWAY']
    }

    def "a gateway that answers #status «#body» ends the attempt as #attempt and the delivery as #delivery"() {
        given:
        def olga = aMemberWithPhone()
        answer = says(status, body)
        tell(olga, Channel.SMS)

        when:
        2.times { sendWhatIsDue() }

        then:
        attemptsOf(olga)*.state == [attempt]
        statesOf(olga) == [delivery]
        requests.size() == 1

        where:
        status | body                      || attempt     | delivery
        200    | '{"id": 5}'               || 'ACCEPTED'  | 'ACCEPTED'
        200    | '{"error":"blacklisted"}' || 'DEAD'      | 'DEAD'
        200    | '{"error":"slow_down"}'   || 'RETRY'     | 'PENDING'
        200    | '<html>'                  || 'UNCERTAIN' | 'UNCERTAIN'
        400    | '{}'                      || 'DEAD'      | 'DEAD'
        301    | 'moved'                   || 'RETRY'     | 'PENDING'
        401    | '{}'                      || 'RETRY'     | 'PENDING'
        404    | 'not here'                || 'RETRY'     | 'PENDING'
        429    | '{}'                      || 'RETRY'     | 'PENDING'
        500    | 'oops'                    || 'UNCERTAIN' | 'UNCERTAIN'
        503    | 'busy'                    || 'RETRY'     | 'PENDING'
    }

    def "a gateway that breaks off leaves the SMS uncertain, and it is never sent again by itself"() {
        given:
        def olga = aMemberWithPhone()
        answer = { HttpExchange exchange -> exchange.close() }
        tell(olga, Channel.SMS)

        when:
        sendWhatIsDue()
        clock.advance(Duration.ofDays(1))
        sendWhatIsDue()

        then:
        statesOf(olga) == ['UNCERTAIN']
        requests.size() == 1
    }

    private HttpServer open() {
        def server = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0)
        server.createContext('/send') { exchange ->
            requests << (new JsonSlurper().parse(exchange.requestBody, 'UTF-8') as Map) +
                    [authorization: exchange.requestHeaders.getFirst('Authorization')]
            answer.call(exchange)
        }
        server.start()
        server
    }

    private static Closure<?> says(int status, String body) {
        { HttpExchange exchange ->
            def bytes = body.getBytes(StandardCharsets.UTF_8)
            exchange.sendResponseHeaders(status, bytes.length)
            exchange.responseBody.withCloseable { it.write(bytes) }
        }
    }

    private UUID aMemberWithPhone(String phone = "+7998${String.format('%07d', new Random().nextInt(10_000_000))}") {
        def person = aMemberWhoAgreedTo(Channel.SMS)
        aContact(person, kind: 'PHONE', value: phone.toString(), verified: true)
        person
    }
}
