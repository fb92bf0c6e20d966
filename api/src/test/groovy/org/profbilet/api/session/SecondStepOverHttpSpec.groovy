package org.profbilet.api.session

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import org.profbilet.api.HttpSpec
import org.profbilet.testing.Authenticator
import org.profbilet.testing.Union

@MicronautTest(transactional = false)
class SecondStepOverHttpSpec extends HttpSpec {

    def "regional and central staff come no further than the second step; a chair and a territory need none"() {
        expect:
        def token = passwordOnly(login)
        get('/v1/session', token).body.secondFactor == step
        (get("/v1/office/organisations/$union.region/orders", token).problem == 'SECOND_FACTOR_SETUP_REQUIRED') == held

        where:
        login       || step         | held
        'central'   || 'SETUP'      | true
        'region'    || 'SETUP'      | true
        'territory' || 'NOT_NEEDED' | false
        'chair'     || 'NOT_NEEDED' | false
    }

    def "with the code of the app the region works; at the next sign-in the code is asked again"() {
        given:
        def token = passwordOnly('region')
        def app = new Authenticator(post('/v1/session/second-factor/enrolment', [:], token).body.secret as String)

        when:
        def passed = post('/v1/session/second-factor', [code: app.code(clock.instant())], token)
        def work = get("/v1/office/organisations/$union.region/orders", token)
        def next = passwordOnly('region')

        then:
        passed.body.recoveryCodes.size() == 10
        work.status == 200
        get('/v1/session', next).body.secondFactor == 'CODE'
        get("/v1/office/organisations/$union.region/orders", next).problem == 'SECOND_FACTOR_REQUIRED'
        post('/v1/session/password', [currentPassword: Union.PASSWORD, newPassword: 'чужой новый пароль'], next).problem == 'SECOND_FACTOR_REQUIRED'
        post('/v1/session/second-factor', [code: app.code(clock.instant())], next).problem == 'SECOND_FACTOR_REFUSED'
    }

    private String passwordOnly(String login) {
        post('/v1/session', [login: login, password: Union.PASSWORD]).body.accessToken
    }
}
