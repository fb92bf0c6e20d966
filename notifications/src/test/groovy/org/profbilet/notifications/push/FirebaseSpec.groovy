package org.profbilet.notifications.push

import com.sun.net.httpserver.HttpExchange
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.time.Duration
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import org.profbilet.consents.Channel
import org.profbilet.notifications.testing.FirebaseStub
import org.profbilet.notifications.testing.NotificationsSpec
import spock.lang.Shared

/** Through the real Admin SDK with its access tokens: a jar missing from the class path shows here. */
@MicronautTest(transactional = false)
class FirebaseSpec extends NotificationsSpec {

    @Shared
    FirebaseStub firebase

    @Override
    Map<String, String> getProperties() {
        firebase = firebase ?: new FirebaseStub()
        super.properties + [
            'profbilet.firebase.credentials': firebase.serviceAccount().toString(),
            'profbilet.firebase.endpoint'   : firebase.address.toString()
        ]
    }

    def setup() {
        clock.advance(Duration.ofHours(1))
        firebase.messages.clear()
        firebase.answer = FirebaseStub.accepted()
        firebase.tokenStatus = 200
    }

    def cleanupSpec() {
        firebase.close()
    }

    def "a push says that the Union wrote, and nothing about whom or what"() {
        given:
        def olga = aMemberWithDevice('token-1')
        tell(olga, Channel.PUSH)

        when:
        sendWhatIsDue()

        then:
        firebase.messages.size() == 1
        def message = firebase.messages[0]
        def delivery = attemptsOf(olga)[0].delivery_id.toString()
        message.token == 'token-1'
        message.notification == [title: 'Новое сообщение Профсоюза']
        message.data == [delivery: delivery]
        message.android.ttl == '86400s'
        message.keySet() == ['token', 'notification', 'data', 'android', 'apns'] as Set
        attemptsOf(olga)*.state == ['ACCEPTED']
        attemptsOf(olga)*.provider == ['FCM']
        attemptsOf(olga)*.provider_message == ['m1']
        statesOf(olga) == ['ACCEPTED']
        firebase.tokens == 1
    }

    def "every device of a member is told, an installation by its id"() {
        given:
        def olga = aMemberWithDevice('token-1')
        aDevice(olga, kind: 'FCM_INSTALLATION', value: 'installation-1')
        aDevice(olga, value: 'token-of-an-old-phone', dead: true)
        tell(olga, Channel.PUSH)

        when:
        sendWhatIsDue()

        then:
        firebase.messages*.token.findAll() == ['token-1']
        firebase.messages*.fid.findAll() == ['installation-1']
        attemptsOf(olga)*.state == ['ACCEPTED', 'ACCEPTED']
        statesOf(olga) == ['ACCEPTED']
    }

    def "a consent withdrawn between the fact and the sending means that nothing reaches Firebase"() {
        given:
        def olga = aMemberWithDevice('token-1')
        tell(olga, Channel.PUSH)
        withdrew(olga, Channel.PUSH)

        when:
        sendWhatIsDue()

        then:
        firebase.messages == []
        statesOf(olga) == ['WITHHELD WITHDRAWN']
    }

    def "an answer #name ends the attempt as #attempt (#error), the delivery as #delivery, and is asked for once"() {
        given:
        def olga = aMemberWithDevice('token-1')
        firebase.answer = answer
        tell(olga, Channel.PUSH)

        when:
        sendWhatIsDue()

        then:
        firebase.messages.size() == 1
        attemptsOf(olga)*.state == [attempt]
        attemptsOf(olga)*.error == [error]
        statesOf(olga) == [delivery]
        isDead(olga) == dead

        where:
        name                      | answer                                                                  || attempt        | error                    | delivery  | dead
        'UNREGISTERED'            | FirebaseStub.refused(404, 'NOT_FOUND', 'UNREGISTERED')                  || 'DEAD_ADDRESS' | 'UNREGISTERED'           | 'DEAD'    | true
        'SENDER_ID_MISMATCH'      | FirebaseStub.refused(403, 'PERMISSION_DENIED', 'SENDER_ID_MISMATCH')    || 'DEAD'         | 'SENDER_ID_MISMATCH'     | 'DEAD'    | false
        'INVALID_ARGUMENT'        | FirebaseStub.refused(400, 'INVALID_ARGUMENT', 'INVALID_ARGUMENT')       || 'DEAD'         | 'INVALID_ARGUMENT'       | 'DEAD'    | false
        'THIRD_PARTY_AUTH_ERROR'  | FirebaseStub.refused(401, 'UNAUTHENTICATED', 'THIRD_PARTY_AUTH_ERROR')  || 'RETRY'        | 'THIRD_PARTY_AUTH_ERROR' | 'PENDING' | false
        '401 alone'               | FirebaseStub.refused(401, 'UNAUTHENTICATED')                            || 'RETRY'        | 'HTTP_401'               | 'PENDING' | false
        '403 alone'               | FirebaseStub.refused(403, 'PERMISSION_DENIED')                          || 'RETRY'        | 'HTTP_403'               | 'PENDING' | false
        'QUOTA_EXCEEDED'          | FirebaseStub.refused(429, 'RESOURCE_EXHAUSTED', 'QUOTA_EXCEEDED')       || 'RETRY'        | 'QUOTA_EXCEEDED'         | 'PENDING' | false
        'UNAVAILABLE'             | FirebaseStub.refused(503, 'UNAVAILABLE', 'UNAVAILABLE')                 || 'RETRY'        | 'UNAVAILABLE'            | 'PENDING' | false
        'INTERNAL'                | FirebaseStub.refused(500, 'INTERNAL', 'INTERNAL')                       || 'RETRY'        | 'INTERNAL'               | 'PENDING' | false
        '502 with a page'         | FirebaseStub.page(502)                                                  || 'RETRY'        | 'HTTP_502'               | 'PENDING' | false
        '200 with a page'         | FirebaseStub.page(200)                                                  || 'UNCERTAIN'    | 'HTTP_200'               | 'PENDING' | false
        'an unknown status'       | FirebaseStub.refused(400, 'UNIMPLEMENTED')                              || 'UNCERTAIN'    | 'UNKNOWN_STATUS'         | 'PENDING' | false
        'a line that breaks'      | FirebaseStub.broken()                                                   || 'UNCERTAIN'    | 'HTTP_0'                 | 'PENDING' | false
    }

    def "an answer that does not come in time leaves the push uncertain, and it is sent again"() {
        given:
        def olga = aMemberWithDevice('token-1')
        def released = new CountDownLatch(1)
        firebase.answer = { HttpExchange exchange -> released.await(20, TimeUnit.SECONDS); exchange.close() }
        tell(olga, Channel.PUSH)

        when:
        sendWhatIsDue()
        def before = statesOf(olga)
        released.countDown()
        firebase.answer = FirebaseStub.accepted()
        clock.advance(Duration.ofMinutes(20))
        sendWhatIsDue()

        then:
        before == ['PENDING']
        attemptsOf(olga)*.state == ['UNCERTAIN', 'ACCEPTED']
        statesOf(olga) == ['ACCEPTED']
    }

    def "a provider that asks to wait is asked again not a second earlier, and nobody else is sent to meanwhile"() {
        given:
        def olga = aMemberWithDevice('token-1')
        def vera = aMemberWithDevice('token-2')
        firebase.answer = FirebaseStub.refused(429, 'RESOURCE_EXHAUSTED', 'QUOTA_EXCEEDED', ['Retry-After': '1800'])
        tell(olga, Channel.PUSH)
        sendWhatIsDue()
        firebase.answer = FirebaseStub.accepted()
        tell(vera, Channel.PUSH)

        when:
        clock.advance(Duration.ofSeconds(1799))
        sendWhatIsDue()
        def early = firebase.messages.size()
        clock.advance(Duration.ofSeconds(2))
        sendWhatIsDue()

        then:
        early == 1
        statesOf(olga) == ['ACCEPTED']
        statesOf(vera) == ['ACCEPTED']
        firebase.messages.size() == 3
    }

    def "a service account that gets no access token keeps the messages for later"() {
        given:
        def olga = aMemberWithDevice('token-1')
        tell(olga, Channel.PUSH)
        firebase.tokenStatus = 400

        when:
        context.getBean(FirebasePush).credentials.refresh()

        then:
        thrown(IOException)
        statesOf(olga) == ['PENDING']
    }

    def "an old answer does not close a token that the device registered again since"() {
        given:
        def olga = aMemberWithDevice('token-1')
        firebase.answer = { HttpExchange exchange ->
            asSuperuser { it.execute("UPDATE contacts.push_target SET last_seen_at = '2026-12-31' WHERE person_id = ?", [olga]) }
            FirebaseStub.refused(404, 'NOT_FOUND', 'UNREGISTERED').call(exchange)
        }
        tell(olga, Channel.PUSH)

        when:
        sendWhatIsDue()

        then:
        attemptsOf(olga)*.state == ['DEAD_ADDRESS']
        !isDead(olga)
    }

    private UUID aMemberWithDevice(String token) {
        def person = aMemberWhoAgreedTo(Channel.PUSH)
        asSuperuser { it.execute("DELETE FROM contacts.push_target WHERE value = ?", [token]) }
        aDevice(person, value: token)
        person
    }

    private boolean isDead(UUID person) {
        asSuperuser { it.firstRow('SELECT dead_at IS NOT NULL AS dead FROM contacts.push_target WHERE person_id = ?', [person]).dead }
    }
}
