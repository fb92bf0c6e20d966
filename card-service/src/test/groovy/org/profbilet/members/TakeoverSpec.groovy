package org.profbilet.members

import com.github.f4b6a3.uuid.UuidCreator
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import org.profbilet.members.transfers.NameReceiver
import org.profbilet.members.transfers.ShowStranded
import org.profbilet.members.transfers.TakeOutcome
import org.profbilet.members.transfers.TakeOutcome.Reason
import org.profbilet.members.transfers.TakeOverMembers
import org.profbilet.members.transfers.Wish

/** A school is closed; its people stand in a queue until the school that takes them over does so, all at once. */
@MicronautTest(transactional = false)
class TakeoverSpec extends RegisterSpec {

    @Inject
    NameReceiver nameReceiver

    @Inject
    TakeOverMembers takeOverMembers

    @Inject
    ShowStranded showStranded

    def setup() {
        asSuperuser { it.execute('TRUNCATE members.person, members.request, members.receiver CASCADE') }
    }

    def "an office names who takes them over; the chair takes all in one step, and nobody is lost or counts twice"() {
        given:
        def people = [joins(position: 'учитель', unit: 'Начальная школа'),
                      joins(lastName: 'Петрова', on: '2030-01-15'), joins(lastName: 'Сидорова')]
        def left = joins(lastName: 'Ушедшая')
        endMembership.end(chair(), left, java.time.LocalDate.parse('2025-01-01'), EndReason.RESIGNED)
        close(primary)

        expect:
        queue() == [[3, null]]

        when:
        def named = nameReceiver.name(UUID.randomUUID(), primary, otherPrimary)

        then:
        named == NameReceiver.Outcome.NAMED
        queue() == [[3, 'Первичная организация школы № 18']]
        takeOverMembers.listWaiting(chair(otherPrimary)).collect { [it.id(), it.people()] } == [[primary, 3]]

        when:
        def taken = take(otherPrimary)

        then:
        taken == new TakeOutcome.Taken(3)
        periods(people[0]) == [['COUNTED', 'first', '2020-09-01', '2030-01-15', 'ORG_CLOSED'],
                               ['COUNTED', 'second', '2030-01-15', null, null]]
        periods(people[1])*.getAt(1..3) == [['first', '2030-01-15', '2030-01-15'], ['second', '2030-01-15', null]]
        registerOf(otherPrimary)*.personId() as Set == people as Set
        registerOf(otherPrimary).find { it.personId() == people[0] }.member().with { [position(), unit()] } == ['учитель', null]
        registerOf(primary)*.personId() == [left]
        queue() == []
        audited() == [['MEMBERS_CAME', otherPrimary, '{"people": 3}'], ['MEMBERS_TAKEN_OVER', primary, '{"people": 3}']] as Set
    }

    def "every day of everybody counts once, before and after"() {
        given:
        def people = (0..<20).collect { joins(lastName: 'Ива' + 'бвгдзклмнрстфхцчшщжп'[it], on: "20${10 + it}-0${1 + it % 9}-15") }
        def counted = { daysCounted(people) }
        def before = counted()
        close(primary)
        nameReceiver.name(UUID.randomUUID(), primary, otherPrimary)

        when:
        take(otherPrimary)

        then:
        counted() == before
        before.every { it.n == 1 }
    }

    def "of a merged school its successor takes the people over without being named"() {
        given:
        joins()
        asSuperuser { it.execute("UPDATE organisations.organisation SET status = 'MERGED', merged_into = ? WHERE id = ?", [universityPrimary, primary]) }

        expect:
        take(otherPrimary) == new TakeOutcome.Refused(Reason.NOBODY_TO_TAKE)
        take(universityPrimary) == new TakeOutcome.Taken(1)
        registerOf(universityPrimary).size() == 1
    }

    def "her consents, address, link and open requests go along"() {
        given:
        def person = aMember(consents: [UNION_PROCESSING: 'GIVEN'], phone: '+79990000002', primary)
        answerClaim.grant(chair(), ask(chair(otherPrimary), wish: Wish.SECONDARY).requestId(), null)
        def asked = ask(chair(otherPrimary))
        close(primary)
        nameReceiver.name(UUID.randomUUID(), primary, otherPrimary)

        when:
        take(otherPrimary)

        then:
        periods(person)*.getAt([0, 1, 3]) == [['COUNTED', 'first', '2030-01-15'], ['SECONDARY', 'second', '2030-01-15'], ['COUNTED', 'second', null]]
        ['contacts.contact', 'consents.current'].every { table ->
            asSuperuser { it.firstRow("SELECT count(*) AS n FROM $table WHERE person_id = ? AND primary_id = ?".toString(), [person, otherPrimary]).n } == 1
        }
        asSuperuser { it.firstRow('SELECT state FROM members.request WHERE id = ?', [asked.requestId()]).state } == 'CANCELLED'
    }

    def "whoever was not named, or asks for a school that works, takes nobody and opens no row of it"() {
        given:
        joins()

        expect:
        take(otherPrimary) == new TakeOutcome.Refused(Reason.NOBODY_TO_TAKE)
        nameReceiver.name(UUID.randomUUID(), primary, otherPrimary) == NameReceiver.Outcome.NOT_CLOSED

        when:
        asSuperuser { it.execute('INSERT INTO members.receiver (closed_id, primary_id, named_by, named_at) VALUES (?, ?, ?, now())', [primary, otherPrimary, primary]) }

        then:
        take(otherPrimary) == new TakeOutcome.Refused(Reason.NOBODY_TO_TAKE)
        registerOf(primary).size() == 1
    }

    def "the same step again is the same step; there is nobody left for another"() {
        given:
        joins()
        close(primary)
        nameReceiver.name(UUID.randomUUID(), primary, otherPrimary)
        def key = UuidCreator.timeOrderedEpoch

        expect:
        take(otherPrimary, key) == new TakeOutcome.Taken(1)
        take(otherPrimary, key) == new TakeOutcome.Taken(1)
        takeOverMembers.takeOver(chair(otherPrimary), key, universityPrimary) == new TakeOutcome.Refused(Reason.KEY_OF_ANOTHER_REQUEST)
        take(otherPrimary) == new TakeOutcome.Refused(Reason.NOBODY_TO_TAKE)
    }

    private TakeOutcome take(UUID organisation, UUID key = UuidCreator.timeOrderedEpoch) {
        takeOverMembers.takeOver(chair(organisation), key, primary)
    }

    private void close(UUID organisation) {
        asSuperuser { it.execute("UPDATE organisations.organisation SET status = 'EXCLUDED' WHERE id = ?", [organisation]) }
    }

    private List<List> queue() {
        showStranded.below(local).collect { [it.people(), it.receiver()] }.findAll { it[0] > 0 }
    }

    private List<RegisteredMember> registerOf(UUID organisation) {
        inTransaction { rowScope.primary(organisation); members.list(organisation) }
    }

    private Set<List> audited() {
        asSuperuser {
            it.rows("SELECT action, organisation_id, details::text AS d FROM audit.entry WHERE organisation_id IN (?, ?) AND action IN ('MEMBERS_CAME', 'MEMBERS_TAKEN_OVER')",
                    [primary, otherPrimary]).collect { row -> [row.action, row.organisation_id, row.d] } as Set
        }
    }

    private List<Map> daysCounted(List<UUID> people) {
        asSuperuser { sql ->
            sql.rows('''
                SELECT p.id, day, count(m.id) AS n
                  FROM unnest(?::uuid[]) AS p (id)
                 CROSS JOIN generate_series(DATE '2029-12-01', DATE '2030-02-01', '1 day') AS day
                  LEFT JOIN members.membership m
                    ON m.person_id = p.id AND m.kind = 'COUNTED'
                   AND m.valid_from <= day AND (m.valid_until IS NULL OR m.valid_until > day)
                 GROUP BY p.id, day
                 ORDER BY p.id, day''', [sql.connection.createArrayOf('uuid', people as Object[])])
        }
    }
}
