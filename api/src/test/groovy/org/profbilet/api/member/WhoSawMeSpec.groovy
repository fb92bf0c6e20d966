package org.profbilet.api.member

import com.github.f4b6a3.uuid.UuidCreator
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.time.Duration
import org.profbilet.api.HttpSpec
import org.profbilet.api.session.AccessTokens
import org.profbilet.organisations.Level

/** Lists do not travel upwards; whoever sees a record leaves a line where the member reads it. */
@MicronautTest(transactional = false)
class WhoSawMeSpec extends HttpSpec {

    static final String REASON = 'Председатель просит исправить дату рождения'

    @Inject
    AccessTokens tokens

    private static int primaries = 200

    UUID primary
    UUID olga
    String territory

    def setup() {
        primary = union.organisation("16-001-0${++primaries}", Level.PRIMARY, union.local, 'ППО гимназии № 6')
        union.appointed("chair-$primary".toString(), primary)
        olga = aMember(primary, lastName: 'Агеева')
        aMember(primary, lastName: 'Власова')
        territory = tokenOf('territory')
    }

    def "the territory sees a named record for a stated reason only, and the member reads who and why"() {
        given:
        def record = { get("/v1/chair/primaries/$primary/by-reason/members/$olga", territory) }

        when:
        def before = record()
        def opened = open(REASON)
        def found = get("/v1/chair/primaries/$primary/by-reason/members?query=${enc('Аге')}", territory)
        def after = record()

        then:
        before.problem == 'NOT_FOUND'
        opened.body.closesAt == '2026-11-20T08:00:00Z'
        found.body.members*.lastName == ['Агеева']
        after.body.lastName == 'Агеева'
        with(seenBy(olga).first()) {
            basis == 'REASON'
            viewer == 'Сотрудник territory'
            organisation == 'Казань'
            reason == REASON
            times == 2
        }
    }

    def "a reason opens reading and nothing else"() {
        given:
        open(REASON)

        expect:
        get("/v1/chair/primaries/$primary/members", territory).problem == 'NOT_FOUND'
        post("/v1/chair/primaries/$primary/members/$olga/end", [on: '2026-11-20', reason: 'RESIGNED'], territory).problem == 'NOT_FOUND'
        get("/v1/chair/primaries/$primary/by-reason/members?query=${enc('Аг')}", tokenOf('region')).problem == 'NOT_FOUND'
    }

    def "an opened primary closes after an hour, and when another one is opened"() {
        given:
        def other = union.organisation("16-001-0${++primaries}", Level.PRIMARY, union.local, 'ППО школы № 7')
        def status = { get("/v1/chair/primaries/$primary/by-reason/members/$olga", territory).status }

        when:
        open(REASON)
        def open = status()
        clock.advance(Duration.ofHours(1))
        def hourLater = get("/v1/chair/primaries/$primary/by-reason/members/$olga", tokenOf('territory')).status
        clock.advance(Duration.ofHours(-1))
        this.open(REASON)
        post("/v1/office/organisations/$other/readings", [reason: REASON], territory, key())

        then:
        [open, hourLater, status()] == [200, 404, 404]
    }

    def "five hundred rows a day, and no more"() {
        given:
        open(REASON)
        asSuperuser { it.execute('INSERT INTO access.rows_read (account_id, day, rows) VALUES (?, ?, 499) ON CONFLICT (account_id, day) DO UPDATE SET rows = 499',
                [union.territorialStaff, java.sql.Date.valueOf('2026-11-20')]) }

        when:
        def last = get("/v1/chair/primaries/$primary/by-reason/members/$olga", territory)
        def oneMore = get("/v1/chair/primaries/$primary/by-reason/members/$olga", territory)

        then:
        last.status == 200
        oneMore.problem == 'ROWS_SPENT'

        cleanup:
        asSuperuser { it.execute('DELETE FROM access.rows_read') }
    }

    def "a primary gives its work to the territory, which then works in its name until it is revoked"() {
        given:
        def chair = tokenOf("chair-$primary")
        def list = { get("/v1/chair/primaries/$primary/members", territory) }

        when:
        def before = list()
        def given = post("/v1/chair/primaries/$primary/delegation", [until: '2027-06-01'], chair, key())
        def during = list()
        def session = get('/v1/session', territory).body
        def on = post("/v1/chair/primaries/$primary/delegation", [until: '2027-06-01'], territory, key())
        def revoked = delete("/v1/chair/primaries/$primary/delegation", chair)
        def after = list()

        then:
        before.problem == 'NOT_FOUND'
        given.body == [office: 'Казань', until: '2027-06-01']
        during.body.members*.lastName == ['Агеева', 'Власова']
        session.appointments.find { it.organisationId == primary.toString() }.role == 'DELEGATE'
        on.problem == 'NOT_FOUND'
        revoked.status == 204
        after.problem == 'NOT_FOUND'
        with(seenBy(olga).first()) {
            basis == 'DELEGATION'
            organisation == 'Казань'
        }
        asSuperuser {
            it.rows('SELECT action FROM audit.entry WHERE organisation_id = ? ORDER BY at, id', [primary])*.action
        }.containsAll(['WORK_DELEGATED', 'DELEGATION_REVOKED'])
    }

    def "a delegation ends with its day, is at most a year, and there is one at a time"() {
        given:
        def chair = tokenOf("chair-$primary")
        def give = { until -> post("/v1/chair/primaries/$primary/delegation", [until: until], chair, key()) }

        expect:
        give('2026-11-20').problem == 'DELEGATION_TERM_WRONG'
        give('2027-11-21').problem == 'DELEGATION_TERM_WRONG'
        give('2026-11-22').status == 200
        give('2026-11-23').problem == 'DELEGATION_GIVEN_ALREADY'

        when:
        clock.advance(Duration.ofDays(2))
        def nextDay = get("/v1/chair/primaries/$primary/members", tokenOf('territory'))
        clock.advance(Duration.ofDays(-2))

        then:
        nextDay.problem == 'NOT_FOUND'
    }

    def "the chair's own look at a card is a line too, and her daily list is not"() {
        given:
        def chair = tokenOf("chair-$primary")

        when:
        get("/v1/chair/primaries/$primary/members", chair)
        def afterList = seenBy(olga)
        2.times { get("/v1/chair/primaries/$primary/members/$olga", chair) }

        then:
        afterList == []
        seenBy(olga).collect { [it.basis, it.organisation, it.times] } == [['OFFICE', 'ППО гимназии № 6', 2]]
    }

    def "a reason is words, not a keystroke"() {
        expect:
        open('надо').problem == 'VALIDATION'
        post("/v1/office/organisations/$union.local/readings", [reason: REASON], tokenOf('region'), key()).problem == 'NOT_FOUND'
    }

    private Answer open(String reason) {
        post("/v1/office/organisations/$primary/readings", [reason: reason], territory, key())
    }

    private List seenBy(UUID person) {
        get('/v1/member/views', tokens.forMember(person, phoneOf(person))).body.lines
    }

    private UUID phoneOf(UUID person) {
        def (activation, device) = [UuidCreator.timeOrderedEpoch, UuidCreator.timeOrderedEpoch]
        post("/v1/chair/primaries/$primary/members/$person/activation-slip", [:], tokenOf("chair-$primary"), ['Idempotency-Key': activation.toString()])
        asSuperuser {
            it.execute("INSERT INTO credentials.device (id, person_id, primary_id, activation_id, name, door_x, door_y, member_x, member_y, enrolled_at, request_hash) VALUES (?, ?, ?, ?, 'Телефон', ?, 'y', ?, 'y', now(), '-')",
                    [device, person, primary, activation, device.toString(), device.toString()])
        }
        device
    }

    private static String enc(String text) {
        URLEncoder.encode(text, 'UTF-8')
    }

    private static Map<String, String> key() {
        ['Idempotency-Key': UuidCreator.timeOrderedEpoch.toString()]
    }
}
