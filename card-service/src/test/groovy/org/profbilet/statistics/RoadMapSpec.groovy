package org.profbilet.statistics

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.time.Duration
import java.time.LocalDate
import org.profbilet.access.Appoint
import org.profbilet.access.Role
import org.profbilet.accounts.OpenAccount
import org.profbilet.members.transfers.ShowStranded
import org.profbilet.organisations.DeclaredSubject
import org.profbilet.organisations.Level
import org.profbilet.organisations.changes.DecideOnOrganisation
import org.profbilet.organisations.changes.Decision
import org.profbilet.organisations.changes.DeedKind
import org.profbilet.organisations.changes.Office
import org.profbilet.organisations.passport.ChangePassport
import org.profbilet.organisations.passport.PassportField
import org.profbilet.organisations.structure.KeepOfficials
import org.profbilet.organisations.structure.KeepOfficials.Election
import org.profbilet.organisations.structure.Post
import org.profbilet.statistics.roadmap.DueDate
import org.profbilet.statistics.roadmap.RoadMap
import org.profbilet.statistics.roadmap.SetDueDates
import org.profbilet.statistics.roadmap.ShowRoadMap
import org.profbilet.statistics.roadmap.Step
import org.profbilet.statistics.roadmap.Word
import org.profbilet.testing.UnionSpec

/** «Семь месяцев – семь шагов»: the states are computed from data, never stated. */
@MicronautTest(transactional = false)
class RoadMapSpec extends UnionSpec {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 20)

    @Inject
    ShowRoadMap roadMap

    @Inject
    SetDueDates setDueDates

    @Inject
    ChangePassport changePassport

    @Inject
    KeepOfficials officials

    @Inject
    DecideOnOrganisation decide

    @Inject
    ShowStranded stranded

    @Inject
    OpenAccount openAccount

    @Inject
    Appoint appoint

    def account = UUID.randomUUID()

    def "an empty primary has done nothing"() {
        expect:
        done(primary) == []
        roadMap.find(primary).get().word() == Word.NONE
        roadMap.find(primary).get().lastMovementOn() == null
    }

    def "each step is done by doing it"() {
        when:
        def login = openAccount.open("chair-${UUID.randomUUID()}".toString(), 'Председатель', 'длинный пароль', false)
        appoint.appoint(login, primary, Role.CHAIR, TODAY.minusDays(1), null, TODAY.minusDays(1), primary)

        then:
        done(primary) == [Step.ACCESS]

        when:
        passport(TRAINED_ON: '2026-11-01')

        then:
        done(primary) == [Step.ACCESS, Step.TRAINING]

        when:
        passport(INSTITUTION: 'Школа № 17', INSTITUTION_KIND: 'SCHOOL', LEGAL_PERSON: 'NO', PHONE: '+7 843 000-00-17', POSTAL_ADDRESS: 'Казань')
        declare(primary, DeclaredSubject.WORKING, '3')
        declare(primary, DeclaredSubject.MEMBERS, '2')

        then:
        done(primary) == [Step.ACCESS, Step.TRAINING, Step.PASSPORT]

        when:
        aMember(consents: [:])

        then: 'one of two is entered, and she has not decided'
        done(primary) == [Step.ACCESS, Step.TRAINING, Step.PASSPORT]
        step(Step.MEMBERS).count() == 1
        step(Step.MEMBERS).of() == 2
        step(Step.CONSENTS).count() == 0

        when:
        def second = aMember(consents: [UNION_PROCESSING: 'GIVEN'])

        then:
        done(primary) == [Step.ACCESS, Step.TRAINING, Step.PASSPORT, Step.MEMBERS]
        roadMap.find(primary).get().word() == Word.ALL

        when: 'the first refuses: she too has decided'
        asSuperuser { sql ->
            def first = sql.firstRow('SELECT id FROM members.person WHERE primary_id = ? AND id <> ?', [primary, second]).id
            sql.firstRow("SELECT set_config('profbilet.primaries', ?, false)", [primary.toString()])
            insertDecision(sql, first as UUID, primary, 'UNION_PROCESSING', 'REFUSED')
        }

        then:
        done(primary) == [Step.ACCESS, Step.TRAINING, Step.PASSPORT, Step.MEMBERS, Step.CONSENTS]
        step(Step.ORDERS).of() == 1

        when:
        aCard(second, 'ORDERED')

        then:
        done(primary).contains(Step.ORDERS)
        !done(primary).contains(Step.ISSUE)

        when:
        asSuperuser {
            it.execute('SET session_replication_role = replica') // past the table of moves
            it.execute("UPDATE cards.card SET status = 'ISSUED', issued_on = '2026-11-20' WHERE person_id = ?", [second])
        }

        then:
        done(primary) == Step.values().toList()
    }

    def "without a declared number nobody says that all are entered"() {
        given:
        aMember()

        expect:
        roadMap.find(primary).get().word() == Word.UNKNOWN
        !done(primary).contains(Step.MEMBERS)
    }

    def "the four words: #entered of #declared is #word"() {
        expect:
        Word.of(1, entered >= (declared ?: Integer.MAX_VALUE) ? 1 : 0, entered, declared == null ? 0 : entered, declared ?: 0) == word

        where:
        entered | declared || word
        0       | 50       || Word.NONE
        0       | null     || Word.NONE
        1       | 50       || Word.WEAK
        44      | 50       || Word.WEAK
        45      | 50       || Word.CLOSE
        49      | 50       || Word.CLOSE
        50      | 50       || Word.ALL
        53      | 50       || Word.ALL
        12      | null     || Word.UNKNOWN
    }

    def "one primary's excess hides no other's gap, and a silent primary is no full one"() {
        given:
        3.times { aMember(lastName: "Иванова$it".toString()) }
        aMember(primary: otherPrimary, lastName: 'Петрова')
        declare(primary, DeclaredSubject.MEMBERS, '2')
        declare(otherPrimary, DeclaredSubject.MEMBERS, '2')

        when:
        def territory = roadMap.listTerritories(region).find { it.id() == local }

        then: '4 of 4 in sum, but one primary is at half'
        territory.entered() == 4
        territory.declared() == 4
        territory.word() == Word.CLOSE
        territory.primaries() == 2
        territory.stepsDone()[3] == 1

        when:
        declare(otherPrimary, DeclaredSubject.MEMBERS, '')
        clock.advance(Duration.ofMinutes(11))
        territory = roadMap.listTerritories(region).find { it.id() == local }

        then:
        territory.declared() == 2
        territory.undeclared() == 1
        territory.word() == Word.CLOSE

        cleanup:
        clock.advance(Duration.ofMinutes(-11))
    }

    def "a computer nobody asked about is neither there nor missing"() {
        given:
        passport(HAS_COMPUTER: 'YES', HAS_INTERNET: 'NO')

        when:
        def territory = roadMap.listTerritories(region).find { it.id() == local }

        then:
        [territory.computer().yes(), territory.computer().no(), territory.computer().unknown()] == [1, 0, 1]
        [territory.internet().yes(), territory.internet().no(), territory.internet().unknown()] == [0, 1, 1]
    }

    def "who is late stands on the list with her phone; the nearest office's day counts"() {
        given:
        officials.elect(account, primary, primary, UUID.randomUUID(),
                new Election(Post.CHAIR, 'Пензина', 'Анна', null, null, null, TODAY, null, '+7 900 000-00-01', null, TODAY))
        setDueDates.set(account, region, [new DueDate(1, TODAY.minusDays(30)), new DueDate(4, TODAY.minusDays(1))])
        setDueDates.set(account, local, [new DueDate(1, TODAY.plusDays(30))])

        when:
        def late = roadMap.listOverdue(region)

        then:
        late*.id() as Set == [primary, otherPrimary, universityPrimary] as Set
        late.find { it.id() == universityPrimary }.steps() == [1, 4]
        with(late.find { it.id() == primary }) {
            steps() == [4]
            chair() == 'Пензина Анна'
            phone() == '+7 900 000-00-01'
        }
        step(Step.MEMBERS).isOverdue()
        !step(Step.ACCESS).isOverdue()
    }

    def "an organisation that is being wound up is not reproached"() {
        given:
        setDueDates.set(account, local, [new DueDate(4, TODAY.minusDays(1))])
        decide.decide(new Office(account, local, Level.LOCAL), UUID.randomUUID(), primary, DeedKind.LIQUIDATION_BEGUN,
                new Decision('5', TODAY, TODAY), null)

        expect:
        roadMap.listOverdue(local)*.id() == [otherPrimary]
        !step(Step.MEMBERS).isOverdue()
    }

    def "members of a closed primary wait where everybody above sees how many, and none is lost"() {
        given:
        3.times { aMember(lastName: "Сидорова$it".toString()) }
        def gone = aMember(lastName: 'Ушедшая')
        endMembership(gone, TODAY)
        decide.decide(new Office(account, region, Level.REGIONAL), UUID.randomUUID(), primary, DeedKind.MERGED,
                new Decision('5', TODAY, TODAY), otherPrimary)

        expect:
        stranded.below(region).collect { [it.id(), it.status(), it.people()] } == [[primary, 'MERGED', 3]]
        stranded.below(universityPrimary) == []
        roadMap.find(primary).isEmpty()
        roadMap.find(local).isEmpty()
    }

    def "the counts are all that leaves: outside of them the application sees no member"() {
        given:
        aMember()
        roadMap.listTerritories(region)

        expect:
        inTransaction { connection ->
            def rows = connection.createStatement().executeQuery(
                    "SELECT set_config('profbilet.counting', 'yes', true), (SELECT count(*) FROM members.membership)")
            rows.next()
            rows.getInt(2)
        } == 0
    }

    private List<Step> done(UUID organisation) {
        roadMap.find(organisation).get().steps().findAll { it.isDone() }*.step()
    }

    private RoadMap.StepState step(Step step) {
        roadMap.find(primary).get().steps().find { it.step() == step }
    }

    private void passport(Map<String, String> values) {
        changePassport.change(account, primary, values.collectEntries { [PassportField.valueOf(it.key), it.value] }, TODAY)
    }

    private void declare(UUID organisation, DeclaredSubject subject, String raw) {
        changePassport.declare(account, organisation, subject, TODAY, raw)
    }

    private void aCard(UUID person, String status) {
        asSuperuser { sql ->
            def order = UUID.randomUUID()
            sql.execute('''
                INSERT INTO cards.card_order (id, primary_id, payer_id, region_id, state, card_count, price_kopecks, sum_kopecks,
                                              request_hash, created_by, created_at)
                VALUES (?, ?, ?, ?, 'ORDERED', 1, 1700, 1700, 'x', ?, now())''', [order, primary, local, region, account])
            sql.execute('''
                INSERT INTO cards.card (id, person_id, primary_id, order_id, ticket_number, serial, printed_last_name,
                                        printed_first_name, status)
                VALUES (?, ?, ?, ?, '0000000018', '00001', 'Иванова', 'Мария', ?)''',
                    [UUID.randomUUID(), person, primary, order, status])
        }
    }
}
