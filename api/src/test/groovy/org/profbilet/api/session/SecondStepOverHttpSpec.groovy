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
        def app = authenticators.region = new Authenticator(post('/v1/session/second-factor/enrolment', [:], token).body.secret as String)

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

    def "a regional administrator who lost phone and codes begins anew when the centre says why"() {
        given:
        def before = tokenOf('region')

        when:
        def answer = reset(union.region, 'region', tokenOf('central'))

        then:
        answer.body.state == 'DONE'
        get("/v1/office/organisations/$union.region/orders", before).status == 401
        get('/v1/session', passwordOnly('region')).body.secondFactor == 'SETUP'
        audited() == [[union.centralStaff, accountOf('region')]]
        secondFactorOf('region').last().ended_at
    }

    def "in the centre two others have to say so, and neither she herself nor one of them alone"() {
        given:
        def second = union.appointed('central-2', union.central)
        def third = union.appointed('central-3', union.central)
        def lost = tokenOf('central-3')

        when:
        def asked = reset(union.central, 'central-3', tokenOf('central'))
        def waiting = get("/v1/office/organisations/$union.central/second-factor-resets", tokenOf('central-2')).body
        def confirm = { String token -> post("/v1/office/organisations/$union.central/second-factor-resets/${waiting[0].id}/confirm", [:], token) }

        then:
        asked.body.state == 'WAITS'
        waiting*.displayName == ['Сотрудник central-3']
        waiting*.reason == ['Утонул телефон, узнала по голосу и в лицо']
        confirm(tokenOf('central')).problem == 'RESET_NEEDS_ANOTHER_PERSON'
        confirm(lost).problem == 'RESET_NEEDS_ANOTHER_PERSON'
        get('/v1/session', lost).body.secondFactor == 'PASSED'

        when:
        def confirmed = confirm(tokenOf('central-2'))

        then:
        confirmed.body.state == 'DONE'
        get('/v1/session', lost).status == 401
        get('/v1/session', passwordOnly('central-3')).body.secondFactor == 'SETUP'
        get("/v1/office/organisations/$union.central/second-factor-resets", tokenOf('central-2')).body == []
    }

    def "nobody resets her own second step, a colleague's above her, or without a reason; a word waits one day"() {
        expect:
        reset(union.region, 'region', tokenOf('region')).status == 404
        reset(union.central, 'central', tokenOf('region')).status == 404
        reset(union.region, 'region', tokenOf('territory')).status == 404
        reset(union.region, 'region', tokenOf('central'), 'надо').status == 400

        when:
        union.appointed('central-4', union.central)
        reset(union.central, 'central-4', tokenOf('central'))
        clock.advance(java.time.Duration.ofHours(25))

        then:
        get("/v1/office/organisations/$union.central/second-factor-resets", tokenOf('central')).body == []
    }

    private Answer reset(UUID organisation, String login, String token, String reason = 'Утонул телефон, узнала по голосу и в лицо') {
        def appointment = asSuperuser {
            it.firstRow('SELECT a.id FROM access.appointment a JOIN accounts.account p ON p.id = a.account_id WHERE p.login = ? AND a.organisation_id = ?', [login, organisation]).id
        }
        post("/v1/office/organisations/$organisation/appointments/$appointment/second-factor-reset", [reason: reason], token,
                ['Idempotency-Key': UUID.randomUUID().toString()])
    }

    private UUID accountOf(String login) {
        asSuperuser { it.firstRow('SELECT id FROM accounts.account WHERE login = ?', [login]).id }
    }

    private List<List> audited() {
        asSuperuser { it.rows("SELECT account_id, subject_id FROM audit.entry WHERE action = 'SECOND_FACTOR_FORGOTTEN'").collect { [it.account_id, it.subject_id] } }
    }

    private List<Map> secondFactorOf(String login) {
        asSuperuser { it.rows('SELECT ended_at FROM accounts.second_factor WHERE account_id = ? ORDER BY created_at', [accountOf(login)]) }
    }

    private String passwordOnly(String login) {
        post('/v1/session', [login: login, password: Union.PASSWORD]).body.accessToken
    }
}
