package org.profbilet.members

import com.github.f4b6a3.uuid.UuidCreator
import jakarta.inject.Inject
import java.time.Instant
import java.time.LocalDate
import org.profbilet.access.Acting
import org.profbilet.members.transfers.AnswerClaim
import org.profbilet.members.transfers.AskForMember
import org.profbilet.members.transfers.AskForMember.Question
import org.profbilet.members.transfers.AskOutcome
import org.profbilet.members.transfers.Wish
import org.profbilet.testing.UnionSpec

/** People who join, move and leave in a small Union, in January 2030. */
abstract class RegisterSpec extends UnionSpec {

    @Inject
    Members members

    @Inject
    KeepRegister register

    @Inject
    AskForMember askForMember

    @Inject
    AnswerClaim answerClaim

    @Inject
    EndMembership endMembership

    def setup() {
        clock.now = Instant.parse('2030-01-15T07:00:00Z')
    }

    /** Joins as the application writes it. */
    protected UUID joins(Map<String, ?> details = [:], UUID organisation = primary) {
        def name = new PersonName(details.lastName ?: 'Иванова', details.firstName ?: 'Мария',
                details.containsKey('middleName') ? details.middleName : 'Петровна')
        def on = LocalDate.parse(details.on ?: '2020-09-01')
        def record = new MemberRecord(name, LocalDate.parse(details.birthDate ?: '1980-02-01'), Sex.F, null, null,
                MemberCategory.WORKING, Engagement.MAIN, details.unit, details.position, null, null, null,
                [] as Set, JoinedOn.day(on), on, null, null)
        def id = UuidCreator.timeOrderedEpoch
        inTransaction {
            rowScope.primary(organisation)
            register.register(chair(organisation), [new KeepRegister.Newcomer(id, record)], null)
        }
        id
    }

    protected AskOutcome ask(Map<String, ?> details = [:], Acting acting) {
        askForMember.ask(acting, (details.key ?: UuidCreator.timeOrderedEpoch) as UUID, new Question(
                details.wish ?: Wish.TRANSFER,
                new PersonName(details.lastName ?: 'Иванова', details.firstName ?: 'Мария',
                        details.containsKey('middleName') ? details.middleName : 'Петровна'),
                LocalDate.parse(details.birthDate ?: '1980-02-01'),
                LocalDate.parse(details.on ?: '2029-09-01'),
                details.own as UUID))
    }

    /** Kind, primary, first day, first day after: of every period, in order. */
    protected List<List> periods(UUID person) {
        def names = [(primary): 'first', (otherPrimary): 'second', (universityPrimary): 'third']
        asSuperuser { sql ->
            sql.rows('''
                SELECT kind, primary_id, CAST(valid_from AS text) AS f, CAST(valid_until AS text) AS u, end_reason
                  FROM members.membership
                 WHERE person_id = ?
                 ORDER BY valid_from, kind''', [person]).collect { [it.kind, names[it.primary_id], it.f, it.u, it.end_reason] }
        }
    }

    /** Every row of every table that names one of these people, as text; the history of changes grows and is left out. */
    protected Map<String, List<String>> dump(List<UUID> people) {
        asSuperuser { sql ->
            def tables = sql.rows('''
                SELECT c.oid::regclass::text AS name, a.attname AS key
                  FROM pg_class c
                  JOIN pg_attribute a ON a.attrelid = c.oid
                 WHERE c.relkind = 'r'
                   AND (a.attname = 'person_id' OR (c.oid = 'members.person'::regclass AND a.attname = 'id'))
                   AND c.oid::regclass::text NOT IN ('members.change', 'members.state', 'members.merge')
                 ORDER BY 1''')
            tables.collectEntries { table ->
                [table.name, sql.rows("SELECT t::text AS row FROM $table.name t WHERE t.$table.key = ANY (?) ORDER BY 1".toString(),
                        [sql.connection.createArrayOf('uuid', people as Object[])])*.row]
            }
        }
    }
}
