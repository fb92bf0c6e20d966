package org.profbilet.members

import com.github.f4b6a3.uuid.UuidCreator
import groovy.sql.Sql
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.time.Duration
import java.time.LocalDate
import org.profbilet.access.NotYours
import org.profbilet.members.transfers.AnswerOwnClaim
import org.profbilet.members.transfers.AskOutcome
import org.profbilet.members.transfers.GrantDue
import org.profbilet.members.transfers.MatchClass
import org.profbilet.members.transfers.OwnRequests
import org.profbilet.members.transfers.RequestState
import org.profbilet.members.transfers.Wish

@MicronautTest(transactional = false)
class TransferSpec extends RegisterSpec {

    @Inject
    GrantDue grantDue

    @Inject
    OwnRequests ownRequests

    @Inject
    AnswerOwnClaim answerOwnClaim

    def setup() {
        asSuperuser { it.execute('TRUNCATE members.person, members.request CASCADE') }
    }

    def "a teacher changes schools: one day ends here and begins there, her ticket stays"() {
        given:
        def person = joins()
        def ticket = ticketOf(person)

        when:
        def asked = ask(chair(otherPrimary)) as AskOutcome.Asked
        def claims = answerClaim.listWaiting(chair(primary))

        then:
        asked.matchClass() == MatchClass.CERTAIN
        asked.state() == RequestState.WAITING
        claims*.personId() == [person]
        claims[0].toName() == 'Первичная организация школы № 18'

        when:
        def answer = answerClaim.grant(chair(primary), asked.requestId(), null)

        then:
        answer.name() == 'ANSWERED'
        periods(person) == [['COUNTED', 'first', '2020-09-01', '2029-09-01', 'TRANSFER'],
                            ['COUNTED', 'second', '2029-09-01', null, null]]
        ticketOf(person) == ticket
        found(otherPrimary, person).ticketNumber().value() == ticket
        !found(primary, person)
    }

    def "what is known of her goes with her, and what happened in a place stays there"() {
        given:
        def person = aMember(consents: [UNION_PROCESSING: 'GIVEN'], phone: '+79990000001', primary)
        def rows = { UUID at ->
            ['contacts.contact', 'consents.decision', 'consents.current', 'members.membership'].collect { table ->
                asSuperuser { it.firstRow("SELECT count(*) AS n FROM $table WHERE person_id = ? AND primary_id = ?".toString(), [person, at]).n }
            }
        }

        when:
        moveTo(otherPrimary)

        then:
        rows(primary) == [0, 0, 0, 1]
        rows(otherPrimary) == [1, 1, 1, 1]
    }

    def "every table that shows a person to her primary goes with her or tells where something happened"() {
        expect:
        asSuperuser {
            it.rows('''
                SELECT c.oid::regclass::text AS name
                  FROM pg_class c
                  JOIN pg_attribute p ON p.attrelid = c.oid AND p.attname = 'person_id'
                  JOIN pg_attribute o ON o.attrelid = c.oid AND o.attname = 'primary_id'
                 WHERE c.relkind = 'r'
                   AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conrelid = c.oid AND k.conname LIKE '%follows_the_person')
                 ORDER BY 1''')*.name
        } == ['audit.view', 'memberlists.applied_row', 'memberlists.plan_row', 'members.change', 'members.distinct_people', 'members.membership', 'members.merge',
              'members.request', 'members.state']
    }

    def "the asking chair learns that somebody was found and never where"() {
        given:
        joins()

        when:
        def asked = ask(chair(otherPrimary))
        def request = ownRequests.list(chair(otherPrimary))[0]

        then:
        asked == new AskOutcome.Asked(asked.requestId(), MatchClass.CERTAIN, RequestState.WAITING)
        request.personId() == null
        inTransaction { rowScope.primary(otherPrimary); rowsSeen(it, 'members.claim') } == 0
        inTransaction { rowScope.primary(otherPrimary); rowsSeen(it, 'members.person') } == 0
        !asSuperuser { it.rows('SELECT details::text AS d FROM audit.entry WHERE subject_id = ?', [asked.requestId()])*.d.join() }
                .contains(primary.toString())
    }

    def "nobody is found who is nowhere, and nothing is kept of the question but that it was asked"() {
        expect:
        ask(chair(otherPrimary), lastName: 'Никто') == new AskOutcome.Refused(AskOutcome.Reason.NOBODY_FOUND)
        ownRequests.list(chair(otherPrimary)) == []
        asSuperuser { it.firstRow('SELECT asked, found FROM members.match_attempt WHERE primary_id = ?', [otherPrimary]) } ==
                [asked: 1, found: 0]
    }

    def "after a hundred questions in a day there is no answer until the next"() {
        given:
        asSuperuser {
            it.execute("INSERT INTO members.match_attempt (primary_id, at, asked, found) SELECT ?, ?::timestamptz, 1, 0 FROM generate_series(1, 100)",
                    [otherPrimary, clock.now.toString()])
        }

        when:
        ask(chair(otherPrimary))

        then:
        def refusal = thrown(RuntimeException)
        sqlState(refusal) == 'PF429'

        when:
        clock.advance(Duration.ofHours(25))

        then:
        ask(chair(otherPrimary)) == new AskOutcome.Refused(AskOutcome.Reason.NOBODY_FOUND)
    }

    def "the sending chair refuses with a reason, and the asking one reads it"() {
        given:
        def person = joins()
        def asked = ask(chair(otherPrimary)) as AskOutcome.Asked

        when:
        answerClaim.refuse(chair(primary), asked.requestId(), 'Она у нас работает')
        def request = ownRequests.list(chair(otherPrimary))[0]

        then:
        request.state() == RequestState.REFUSED
        request.answer() == 'Она у нас работает'
        periods(person).size() == 1
        answerClaim.grant(chair(primary), asked.requestId(), null).name() == 'NOT_WAITING'
    }

    def "a third chair finds no claim that lies before another"() {
        given:
        joins()
        def asked = ask(chair(otherPrimary)) as AskOutcome.Asked

        when:
        answerClaim.grant(chair(universityPrimary), asked.requestId(), null)

        then:
        thrown(NotYours)

        when:
        answerClaim.grant(chair(otherPrimary), asked.requestId(), null)

        then:
        thrown(NotYours)
    }

    def "she herself confirms on her phone where her chair is silent, even a likely match"() {
        given:
        def person = joins(lastName: 'Сабирова', firstName: 'Гөлнара')
        def asked = ask(chair(otherPrimary), lastName: 'Сабирова', firstName: 'Гульнара') as AskOutcome.Asked

        expect:
        answerOwnClaim.listWaiting(person).collect { [it.requestId(), it.toName()] } == [[asked.requestId(), 'Первичная организация школы № 18']]
        answerOwnClaim.confirm(person, asked.requestId())
        periods(person) == [['COUNTED', 'first', '2020-09-01', '2029-09-01', 'TRANSFER'],
                            ['COUNTED', 'second', '2029-09-01', null, null]]
        answerOwnClaim.listWaiting(person) == []
        !answerOwnClaim.confirm(person, asked.requestId())
    }

    def "she refuses, and the asking chair reads why and nothing of where she is"() {
        given:
        def person = joins()
        def asked = ask(chair(otherPrimary)) as AskOutcome.Asked

        when:
        def refused = answerOwnClaim.refuse(person, asked.requestId(), 'Я там не работаю')
        def request = ownRequests.list(chair(otherPrimary))[0]

        then:
        refused
        [request.state(), request.answer(), request.personId()] == [RequestState.REFUSED, 'Я там не работаю', null]
        periods(person).size() == 1
        answerClaim.grant(chair(primary), asked.requestId(), null).name() == 'NOT_WAITING'
    }

    def "nobody answers for another person"() {
        given:
        def person = joins()
        def other = joins(lastName: 'Петрова')
        def asked = ask(chair(otherPrimary)) as AskOutcome.Asked

        when:
        answerOwnClaim.confirm(other, asked.requestId())

        then:
        thrown(NotYours)
        periods(person).size() == 1
    }

    def "the database opens two primaries only to those whom a waiting claim concerns"() {
        given:
        def person = joins()
        def asked = ask(chair(otherPrimary)) as AskOutcome.Asked
        def opened = { UUID of, UUID who = null, int daysLater = 0 ->
            inTransaction {
                who ? rowScope.person(who) : rowScope.primary(of)
                new Sql(it).firstRow('SELECT members.open_claim(?, ?::date) AS open', [asked.requestId(), LocalDate.parse('2030-01-15').plusDays(daysLater).toString()]).open
            }
        }

        expect:
        opened(primary)
        opened(null, person)
        !opened(otherPrimary)
        opened(otherPrimary, null, 14)
        !opened(universityPrimary)
        !opened(null, UUID.randomUUID())

        when:
        answerClaim.refuse(chair(primary), asked.requestId(), 'Нет')

        then:
        !opened(primary)
    }

    def "silence of the sending side lets her go after 14 days, from the day wished for"() {
        given:
        def person = joins()
        ask(chair(otherPrimary))

        when:
        clock.advance(Duration.ofDays(13))
        def early = grantDue.grantAll()
        clock.advance(Duration.ofDays(1))
        def due = grantDue.grantAll()

        then:
        early == 0
        due == 1
        periods(person)*.get(1) == ['first', 'second']
        periods(person)[0][3] == '2029-09-01'
    }

    def "nobody goes by silence where the match is only likely"() {
        given:
        joins(lastName: 'Сабирова', firstName: 'Гөлнара')
        def asked = ask(chair(otherPrimary), lastName: 'Сабирова', firstName: 'Гульнара') as AskOutcome.Asked

        when:
        clock.advance(Duration.ofDays(60))

        then:
        asked.matchClass() == MatchClass.LIKELY
        grantDue.grantAll() == 0
    }

    def "members of a closed primary are taken over at once, and until then stand in a queue"() {
        given:
        def person = joins()
        asSuperuser { it.execute("UPDATE organisations.organisation SET status = 'EXCLUDED' WHERE id = ?", [primary]) }

        expect:
        stranded() == 1

        when:
        def asked = ask(chair(otherPrimary)) as AskOutcome.Asked

        then:
        asked.state() == RequestState.GRANTED
        periods(person)*.get(1) == ['first', 'second']
        stranded() == 0
    }

    def "a wish taken back cannot be granted"() {
        given:
        joins()
        def asked = ask(chair(otherPrimary)) as AskOutcome.Asked

        when:
        ownRequests.cancel(chair(otherPrimary), asked.requestId())

        then:
        answerClaim.listWaiting(chair(primary)) == []
        answerClaim.grant(chair(primary), asked.requestId(), null).name() == 'NOT_WAITING'
    }

    def "a day before she came, or in the future, is refused"() {
        given:
        joins(on: '2029-01-10')
        def asked = ask(chair(otherPrimary)) as AskOutcome.Asked

        expect:
        answerClaim.grant(chair(primary), asked.requestId(), LocalDate.parse(day)).name() == 'DAY_WRONG'

        where:
        day << ['2029-01-10', '2030-01-16']
    }

    def "a part-timer is linked and counts in one place"() {
        given:
        def person = joins()
        def asked = ask(chair(otherPrimary), wish: Wish.SECONDARY) as AskOutcome.Asked

        when:
        answerClaim.grant(chair(primary), asked.requestId(), null)

        then:
        periods(person) == [['COUNTED', 'first', '2020-09-01', null, null],
                            ['SECONDARY', 'second', '2029-09-01', null, null]]
        found(primary, person)
        !found(otherPrimary, person)
        ownRequests.list(chair(otherPrimary))[0].linkedOn() == LocalDate.parse('2029-09-01')

        when:
        def ended = ownRequests.endLink(chair(otherPrimary), asked.requestId(), LocalDate.parse('2029-12-01'))

        then:
        ended.name() == 'ENDED'
        periods(person)[1] == ['SECONDARY', 'second', '2029-09-01', '2029-12-01', 'TRANSFER']
    }

    def "a part-timer who moves here altogether is no part-timer any more"() {
        given:
        def person = joins()
        answerClaim.grant(chair(primary), (ask(chair(otherPrimary), wish: Wish.SECONDARY) as AskOutcome.Asked).requestId(), null)

        when:
        moveTo(otherPrimary, '2029-12-01')

        then:
        periods(person) == [['COUNTED', 'first', '2020-09-01', '2029-12-01', 'TRANSFER'],
                            ['SECONDARY', 'second', '2029-09-01', '2029-12-01', 'TRANSFER'],
                            ['COUNTED', 'second', '2029-12-01', null, null]]
    }

    def "a record the asking primary had already made joins the person who comes"() {
        given:
        def person = joins()
        def twin = joins(otherPrimary, on: '2028-01-01', middleName: null)

        when:
        def asked = ask(chair(otherPrimary), own: twin) as AskOutcome.Asked
        answerClaim.grant(chair(primary), asked.requestId(), null)

        then:
        periods(person) == [['COUNTED', 'first', '2020-09-01', '2029-09-01', 'TRANSFER'],
                            ['COUNTED', 'second', '2029-09-01', null, null]]
        periods(twin) == [['COUNTED', 'second', '2028-01-01', '2028-01-01', 'DUPLICATE']]
        inTransaction { rowScope.primary(otherPrimary); members.list(otherPrimary)*.personId() } == [person]
    }

    def "the same request again is the same request, another under its key is refused"() {
        given:
        joins()
        def key = UuidCreator.timeOrderedEpoch
        def first = ask(chair(otherPrimary), key: key)

        expect:
        ask(chair(otherPrimary), key: key) == first
        ask(chair(otherPrimary), key: key, on: '2029-10-01') == new AskOutcome.Refused(AskOutcome.Reason.KEY_OF_ANOTHER_REQUEST)
    }

    private void moveTo(UUID organisation, String on = '2029-09-01') {
        def asked = ask(chair(organisation), on: on) as AskOutcome.Asked
        assert answerClaim.grant(chair(primary), asked.requestId(), null).name() == 'ANSWERED'
    }

    private RegisteredMember found(UUID organisation, UUID person) {
        inTransaction { rowScope.primary(organisation); members.find(organisation, person).orElse(null) }
    }

    private String ticketOf(UUID person) {
        asSuperuser { it.firstRow('SELECT ticket_number FROM members.person WHERE id = ?', [person]).ticket_number }
    }

    private int stranded() {
        asSuperuser { it.firstRow('SELECT coalesce(sum(people), 0) AS n FROM members.count_stranded(ARRAY[?::uuid])', [primary]).n } as int
    }

    private static int rowsSeen(java.sql.Connection connection, String table) {
        connection.createStatement().withCloseable { statement ->
            def rows = statement.executeQuery("SELECT count(*) FROM $table".toString())
            rows.next()
            rows.getInt(1)
        }
    }

    private static String sqlState(Throwable accident) {
        for (def cause = accident; cause; cause = cause.cause) {
            if (cause instanceof java.sql.SQLException) {
                return cause.SQLState
            }
        }
        null
    }
}
