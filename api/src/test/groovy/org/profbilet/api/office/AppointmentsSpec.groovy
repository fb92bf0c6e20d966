package org.profbilet.api.office

import com.github.f4b6a3.uuid.UuidCreator
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.time.Duration
import org.profbilet.api.HttpSpec
import org.profbilet.organisations.Level

/** How logins are handed out from above, and how the work of a chair goes to the next one. */
@MicronautTest(transactional = false)
class AppointmentsSpec extends HttpSpec {

    static final String OWN = 'мой собственный пароль'

    private static int primaries = 100

    UUID primary
    String office

    def setup() {
        primary = union.organisation("16-001-0${++primaries}", Level.PRIMARY, union.local, 'ППО гимназии № 5')
        office = tokenOf('territory')
    }

    def "an appointee opens her account with the slip, undertakes not to disclose, and works"() {
        given:
        def made = appoint('novaya', 'Новая Н. Н.')
        def slip = made.body.slip

        when:
        def opened = activate(slip)
        def token = signIn('novaya')
        def before = get("/v1/chair/primaries/$primary", token)
        def waiting = get('/v1/session', token).body
        def accepted = post('/v1/session/undertaking', [version: waiting.undertaking.version], token)
        def after = get("/v1/chair/primaries/$primary", token)

        then:
        slip.code ==~ /[A-Z2-7]{5}-[A-Z2-7]{5}/
        opened.status == 204
        before.problem == 'NOT_FOUND'
        waiting.appointments == []
        waiting.undertaking.body.contains('Обязуюсь')
        accepted.body.undertaking == null
        accepted.body.appointments*.organisationId == [primary.toString()]
        after.status == 200
        with(get("/v1/office/organisations/$primary/appointments", office).body.first()) {
            login == 'novaya'
            undertakingSignedOn == '2026-11-20'
            !slipOpen
        }
    }

    def "a slip serves once, for fourteen days, and not after five wrong codes"() {
        given:
        def slip = appoint('slip-once', 'Разовая Р. Р.').body.slip
        def late = appoint('slip-late', 'Поздняя П. П.').body.slip
        def guessed = appoint('slip-guess', 'Стойкая С. С.').body.slip

        when:
        def first = activate(slip)
        def second = activate(slip)
        5.times { activate(guessed + [code: 'AAAAA-AAAAA']) }
        def afterGuesses = activate(guessed)
        clock.advance(Duration.ofDays(14))
        def afterTerm = activate(late)
        clock.advance(Duration.ofDays(-14))

        then:
        first.status == 204
        [second, afterGuesses, afterTerm]*.problem == ['ACCOUNT_CODE_REFUSED'] * 3
        activate([login: 'nobody-at-all', code: 'AAAAA-AAAAA']).problem == 'ACCOUNT_CODE_REFUSED'
        activate(late + [code: late.code.toLowerCase().replace('-', ' ')]).status == 204
    }

    def "the same request again prints the same slip; another one under its key is refused; a new slip voids the old"() {
        given:
        def once = key()
        def first = appoint('same-slip', 'Та Ж. Т.', once)

        when:
        def again = appoint('same-slip', 'Та Ж. Т.', once)
        def other = appoint('other-slip', 'Не Та', once)
        def fresh = post("/v1/office/organisations/$primary/appointments/$first.body.id/slip", [:], office, key())

        then:
        again.body == first.body
        other.problem == 'IDEMPOTENCY_MISMATCH'
        fresh.body.code != first.body.slip.code
        activate(first.body.slip).problem == 'ACCOUNT_CODE_REFUSED'
        activate(fresh.body).status == 204
    }

    def "a login that is taken is not given to a second person, and an unknown one is not believed"() {
        given:
        appoint('taken', 'Первая П. П.')

        expect:
        appoint('taken', 'Вторая В. В.').problem == 'LOGIN_TAKEN'
        appoint('unknown-login', 'Третья Т. Т.', key(), [hasLogin: true]).problem == 'LOGIN_UNKNOWN'
        appoint('taken', 'Первая П. П.', key(), [hasLogin: true]).body.slip == null
        appoint('empty-term', 'Пустая П. П.', key(), [until: '2026-11-20']).problem == 'APPOINTMENT_TERM_EMPTY'
    }

    def "rights end at once with the office, at every endpoint and with a good token"() {
        given:
        def made = appoint('ending', 'Уходящая У. У.')
        def token = working('ending', made.body.slip)
        def list = { get("/v1/chair/primaries/$primary/members", token) }

        when:
        def before = list()
        def ended = post("/v1/office/organisations/$primary/appointments/$made.body.id/end", [:], office)
        def after = list()

        then:
        before.status == 200
        ended.status == 204
        after.problem == 'UNAUTHENTICATED'
        get("/v1/chair/primaries/$primary/members", signIn('ending')).problem == 'NOT_FOUND'
    }

    def "an office with a term begins and ends by its dates, without anyone acting"() {
        given:
        def slip = appoint('term', 'Срочная С. С.', key(), [from: '2026-11-25', until: '2026-11-27']).body.slip
        activate(slip)
        def token = signIn('term')
        post('/v1/session/undertaking', [version: get('/v1/session', token).body.undertaking.version], token)
        def status = { get("/v1/chair/primaries/$primary", signIn('term')).status }

        when:
        def days = (0..7).collect {
            def answer = status()
            clock.advance(Duration.ofDays(1))
            answer
        }
        clock.advance(Duration.ofDays(-8))

        then: '20, 21, … 27 November'
        days == [404, 404, 404, 404, 404, 200, 200, 404]
    }

    def "a change of chair is one act: the former is out, the next has a slip, and the counts are on paper"() {
        given:
        aMember(primary, lastName: 'Первая', consents: [UNION_PROCESSING: 'GIVEN'])
        aMember(primary, lastName: 'Вторая', consents: [:])
        def former = working('former-chair', appoint('former-chair', 'Прежняя П. П.', key(), [role: 'CHAIR']).body.slip)
        def once = key()
        def handOver = { change('next-chair', 'Следующая С. С.', once) }

        when:
        def made = handOver()
        def formerNow = get('/v1/session', former)
        def next = working('next-chair', made.body.slip)
        def act = get("/v1/office/organisations/$primary/chair-changes/$made.body.id/act.pdf", office)

        then:
        made.status == 200
        formerNow.problem == 'UNAUTHENTICATED'
        get("/v1/chair/primaries/$primary/members", signIn('former-chair')).problem == 'NOT_FOUND'
        get("/v1/chair/primaries/$primary/members", next).body.members.size() == 2
        new String(act.bytes, 0, 5, 'US-ASCII') == '%PDF-'
        asSuperuser {
            it.firstRow('SELECT former_name, people, consents, cards_to_issue, open_orders FROM access.chair_change WHERE id = ?', [UUID.fromString(made.body.id)])
        }.values().toList() == ['Прежняя П. П.', 2, 1, 0, 0]

        and: 'a repeated request changes nobody again'
        handOver().body.id == made.body.id
        get("/v1/chair/primaries/$primary/members", next).status == 200
    }

    def "no slip opens an account that can do more than the one who prints it, nor her own"() {
        given: 'the territory appoints the central administrator as an officer of its primary'
        def trap = appoint('central', 'Центральная Ц. Ц.', key(), [hasLogin: true]).body.id
        def own = get("/v1/office/organisations/$union.local/appointments", office).body.find { it.login == 'territory' }.id
        def slip = { organisation, id -> post("/v1/office/organisations/$organisation/appointments/$id/slip", [:], office, key()).problem }

        expect:
        slip(primary, trap) == 'ACCOUNT_OF_OTHERS'
        slip(union.local, own) == 'NOT_FOUND'
    }

    def "an officer of an office hands out below, not beside"() {
        given:
        def officer = post("/v1/office/organisations/$union.local/appointments", body('local-officer', 'Помощница П. П.'), office, key())
        def token = working('local-officer', officer.body.slip)

        expect:
        post("/v1/office/organisations/$union.local/appointments", body('her-own-chair', 'Она же') + [role: 'CHAIR'], token, key()).problem == 'NOT_FOUND'
        appoint('by-officer', 'Новая Н. Н.', key(), [:], token).status == 200
        get("/v1/office/organisations/$union.local/appointments", token).status == 200
    }

    def "nobody is appointed from below, from beside, or without an office"() {
        expect:
        appoint('stranger-1', 'Чужая Ч. Ч.', key(), [:], tokenOf('chair')).problem == 'NOT_FOUND'
        post("/v1/office/organisations/$union.region/appointments", body('stranger-2', 'Ч'), office, key()).problem == 'NOT_FOUND'
        change('stranger-3', 'Чужая Ч. Ч.', key(), union.local).problem == 'NOT_FOUND'
        appoint('stranger-4', 'Чужая Ч. Ч.', key(), [:], null).problem == 'UNAUTHENTICATED'
    }

    private Answer appoint(String login, String name, Map key = key(), Map change = [:], String token = office) {
        post("/v1/office/organisations/$primary/appointments", body(login, name) + change, token, key)
    }

    private Answer change(String login, String name, Map key, UUID organisation = primary) {
        post("/v1/office/organisations/$organisation/chair-changes", body(login, name) + [role: 'CHAIR'], office, key)
    }

    private static Map body(String login, String name) {
        [displayName: name, login: login, hasLogin: false, role: 'OFFICER', from: '2026-11-20', until: null]
    }

    private Answer activate(Map slip) {
        post('/v1/open/accounts/activate', [login: slip.login, code: slip.code, password: OWN])
    }

    private String signIn(String login) {
        post('/v1/session', [login: login, password: OWN]).body.accessToken
    }

    private String working(String login, Map slip) {
        assert activate(slip).status == 204
        def token = signIn(login)
        post('/v1/session/undertaking', [version: get('/v1/session', token).body.undertaking.version], token)
        token
    }

    private static Map<String, String> key() {
        ['Idempotency-Key': UuidCreator.timeOrderedEpoch.toString()]
    }
}
