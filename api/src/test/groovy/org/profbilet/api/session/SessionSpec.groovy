package org.profbilet.api.session

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.time.Duration
import java.time.LocalDate
import org.profbilet.access.Appoint
import org.profbilet.access.Role
import org.profbilet.accounts.OpenAccount
import org.profbilet.api.HttpSpec
import org.profbilet.testing.Union

@MicronautTest(transactional = false)
class SessionSpec extends HttpSpec {

    @Inject
    OpenAccount openAccount

    @Inject
    Appoint appoint

    def "a chair signs in and sees for whom she may act"() {
        when:
        def me = get('/v1/session', tokenOf('chair')).body

        then:
        me.appointments*.organisationId == [union.primary.toString()]
        me.appointments*.level == ['PRIMARY']
        !me.passwordChangeRequired
    }

    def "a password chosen by somebody else must be changed before anything else"() {
        given:
        def account = openAccount.open('newcomer', 'Новая П. П.', Union.PASSWORD, true)
        appoint.appoint(account, union.primary, Role.OFFICER, Union.APPOINTED, null, Union.APPOINTED, union.local)
        def token = tokenOf('newcomer')

        when:
        def before = get("/v1/chair/primaries/${union.primary}", token)
        def changed = post('/v1/session/password',
                [currentPassword: Union.PASSWORD, newPassword: 'мой собственный пароль'], token)
        def after = get("/v1/chair/primaries/${union.primary}", changed.body.accessToken)

        then:
        before.problem == 'PASSWORD_CHANGE_REQUIRED'
        changed.status == 200
        after.status == 200
    }

    def "the refresh cookie is out of reach of scripts and of other sites"() {
        when:
        def cookie = post('/v1/session', [login: 'chair', password: Union.PASSWORD]).header('set-cookie')

        then:
        cookie.contains('HTTPOnly')
        cookie.contains('SameSite=Strict')
        cookie.contains('Path=/v1/session')
    }

    def "the cookie renews the session and signing out ends it at once"() {
        given:
        def cookie = cookieOf(post('/v1/session', [login: 'chair', password: Union.PASSWORD]))

        when:
        def renewed = post('/v1/session/refresh', [:], null, [cookie: cookie])
        def token = renewed.body.accessToken
        def alive = get('/v1/session', token)
        def out = delete('/v1/session', token)
        def dead = get('/v1/session', token)
        def renewedAgain = post('/v1/session/refresh', [:], null, [cookie: cookieOf(renewed)])

        then:
        renewed.status == 200
        alive.status == 200
        out.status == 204
        dead.problem == 'UNAUTHENTICATED'
        renewedAgain.problem == 'UNAUTHENTICATED'
    }

    def "rights end by the date of the appointment without anyone acting"() {
        given:
        def account = openAccount.open('leaving', 'Уходящая У. У.', Union.PASSWORD, false)
        appoint.appoint(account, union.primary, Role.CHAIR, Union.APPOINTED, LocalDate.of(2026, 11, 21), Union.APPOINTED, union.local)
        def token = tokenOf('leaving')

        when:
        def onTheLastDay = get("/v1/chair/primaries/${union.primary}", token)
        clock.advance(Duration.ofDays(1))
        def nextDay = get("/v1/chair/primaries/${union.primary}", tokenOf('leaving'))
        clock.advance(Duration.ofDays(-1))

        then:
        onTheLastDay.status == 200
        nextDay.problem == 'NOT_FOUND'
    }

    def "a chair finds nothing of another primary and of no office"() {
        given:
        def token = tokenOf('chair')

        expect:
        get("/v1/chair/primaries/${union.otherPrimary}", token).problem == 'NOT_FOUND'
        get("/v1/chair/primaries/${UUID.randomUUID()}", token).problem == 'NOT_FOUND'
        get("/v1/office/organisations/${union.local}", token).problem == 'NOT_FOUND'
        get("/v1/office/organisations/${union.primary}", token).problem == 'NOT_FOUND'
    }

    def "the territory sees its own part of the register and nothing above or beside it"() {
        given:
        def token = tokenOf('territory')

        expect:
        get("/v1/office/organisations/${union.local}", token).body.below*.name ==
                ['ППО детского сада № 5', 'ППО школы № 17']
        get("/v1/office/organisations/${union.region}", token).problem == 'NOT_FOUND'
        get("/v1/chair/primaries/${union.primary}", token).problem == 'NOT_FOUND'
    }

    def "every refusal is a problem of the catalogue with the number of the request"() {
        expect:
        def answer = send(method, path, body, null, [:])
        answer.problem == code
        answer.body.requestId == answer.header('x-request-id')

        where:
        method | path                   | body                               || code
        'GET'  | '/v1/session'          | null                               || 'UNAUTHENTICATED'
        'POST' | '/v1/session'          | [login: 'chair', password: 'мимо'] || 'SIGN_IN_REFUSED'
        'POST' | '/v1/session'          | [login: '', password: '']          || 'VALIDATION'
        'POST' | '/v1/session'          | '{'.bytes                          || 'VALIDATION'
        'GET'  | '/v1/nothing'          | null                               || 'NOT_FOUND'
        'PUT'  | '/v1/session'          | [login: 'a']                       || 'METHOD_NOT_ALLOWED'
        'POST' | '/v1/session/refresh'  | [:]                                || 'UNAUTHENTICATED'
    }

    private static String cookieOf(Answer answer) {
        answer.header('set-cookie').takeBefore(';')
    }
}
