package org.profbilet.members

import com.github.f4b6a3.uuid.UuidCreator
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.time.Duration
import java.time.LocalDate
import java.time.ZoneId
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import org.profbilet.access.NotYours
import org.profbilet.members.duplicates.MergeOutcome
import org.profbilet.members.duplicates.MergePersons
import org.profbilet.members.transfers.AskOutcome
import org.profbilet.members.transfers.Wish

/** Whatever happens to people, and in whatever order, nobody counts twice on any day and no day is lost. */
@MicronautTest(transactional = false)
class CountedOnceSpec extends RegisterSpec {

    static final int HISTORIES = 300
    static final int STEPS = 12
    static final LocalDate FIRST = LocalDate.parse('2020-01-01')

    @Inject
    MergePersons mergePersons

    @Inject
    UndoEnd undoEnd

    /** What a history is about: people with the days on which each must count, as ranges of days since FIRST. */
    static class Model {
        final Map<UUID, String> names = [:]
        final Map<UUID, String> birthDates = [:]
        final Map<UUID, UUID> homes = [:]
        final Map<UUID, BitSet> days = [:]
        final Map<UUID, Integer> begins = [:]
        final Set<UUID> gone = []
        final Map<UUID, List> merges = [:]
    }

    def "after any sequence of joining, transfer, leaving, undoing, merging and parting every day counts once"() {
        given:
        def wrong = []
        def done = [:].withDefault { 0 }
        clock.now = java.time.Instant.parse('2026-01-15T07:00:00Z')

        when:
        HISTORIES.times { seed ->
            clock.advance(Duration.ofDays(1))
            def random = new Random(seed)
            def model = new Model()
            2.times { join(model, random) }
            STEPS.times {
                def step = pick(random, ['join', 'transfer', 'transfer', 'leave', 'undo', 'merge', 'part', 'link'])
                if ("$step"(model, random)) {
                    done[step]++
                }
            }
            wrong += differences(seed, model)
        }

        then:
        wrong == []
        done.every { it.value > HISTORIES / 10 }
        done.size() == 7
    }

    def "many at once move, end, merge and part the same people, and nobody counts twice"() {
        given:
        def people = (1..6).collect { joins(lastName: name(100_000 + it), on: '2020-09-01') }
        def names = people.withIndex().collectEntries { person, i -> [person, name(100_001 + i)] }
        def primaries = [primary, otherPrimary, universityPrimary]
        def threads = Executors.newFixedThreadPool(6)
        def merged = new java.util.concurrent.CopyOnWriteArrayList()

        when:
        def unexpected = threads.invokeAll((1..6).collect { seed ->
            { -> storm(new Random(seed), people, names, primaries, merged) } as Callable<List<String>>
        }).collectMany { it.get() }
        threads.shutdown()

        then:
        unexpected == []
        overlaps(people) == 0
        asSuperuser { sql ->
            sql.rows('''
                SELECT p.id
                  FROM members.person p
                  JOIN members.membership m ON m.person_id = p.id AND m.kind = 'COUNTED' AND m.valid_until IS NULL
                 WHERE m.primary_id <> p.primary_id''')
        } == []
    }

    def "the database itself refuses a second counted membership on any day"() {
        given:
        def person = joins(on: '2020-09-01')

        when:
        asSuperuser {
            it.execute('''
                INSERT INTO members.membership (id, person_id, primary_id, category, engagement, joined_union_on,
                                                registered_on, valid_from, recorded_at)
                VALUES (?, ?, ?, 'WORKING', 'MAIN', '2010-09-01', '2029-12-31', '2029-12-31', now())''',
                    [UUID.randomUUID(), person, otherPrimary])
        }

        then:
        def refusal = thrown(java.sql.SQLException)
        refusal.SQLState == '23P01'
    }

    private boolean join(Model model, Random random) {
        def birthDate = LocalDate.of(1950 + random.nextInt(50), 1 + random.nextInt(12), 1 + random.nextInt(28)).toString()
        def home = pick(random, [primary, otherPrimary, universityPrimary])
        int begin = random.nextInt(today())
        def name = name(sequence++)
        def person = joins([lastName: name, birthDate: birthDate, on: FIRST.plusDays(begin).toString()], home)
        model.names[person] = name
        model.birthDates[person] = birthDate
        model.homes[person] = home
        model.days[person] = new BitSet().tap { set(begin, today() + 1) }
        model.begins[person] = begin
        true
    }

    private boolean transfer(Model model, Random random) {
        def person = pick(random, living(model))
        def to = pick(random, [primary, otherPrimary, universityPrimary] - model.homes[person])
        int wanted = random.nextInt(today() + 1)
        def asked = ask(chair(to), lastName: model.names[person], birthDate: model.birthDates[person], on: FIRST.plusDays(wanted).toString())
        assert asked instanceof AskOutcome.Asked
        def answer = answerClaim.grant(chair(model.homes[person]), asked.requestId(), null)
        if (answer.name() != 'ANSWERED') {
            return false
        }
        def days = model.days[person]
        boolean onRecord = days.get(today())
        int earliest = onRecord ? model.begins[person] + 1 : days.length()
        int from = Math.max(wanted, Math.max(earliest, model.begins[person] + (onRecord ? 1 : 0)))
        if (!onRecord) {
            days.set(from, today() + 1)
        }
        model.homes[person] = to
        model.begins[person] = from
        true
    }

    private boolean leave(Model model, Random random) {
        def person = pick(random, living(model))
        int begin = model.begins[person]
        if (!model.days[person].get(today()) || begin >= today()) {
            return false
        }
        int on = begin + 1 + random.nextInt(today() - begin)
        def outcome = endMembership.end(chair(model.homes[person]), person, FIRST.plusDays(on), EndReason.RESIGNED)
        assert outcome.name() == 'ENDED'
        model.days[person].clear(on, today() + 1)
        true
    }

    private boolean undo(Model model, Random random) {
        def person = pick(random, living(model))
        def days = model.days[person]
        if (days.get(today())) {
            return false
        }
        undoEnd.undo(chair(model.homes[person]), person)
        days.set(days.length(), today() + 1)
        true
    }

    private boolean merge(Model model, Random random) {
        def stays = pick(random, living(model))
        def others = living(model).findAll { it != stays && model.homes[it] == model.homes[stays] }
        if (!others) {
            return false
        }
        def goes = pick(random, others)
        def key = UuidCreator.timeOrderedEpoch
        assert mergePersons.merge(chair(model.homes[stays]), key, stays, goes) == MergeOutcome.DONE
        model.merges[key] = [stays, goes, model.days[stays].clone(), model.days[goes].clone(), model.begins[stays], model.homes[stays]]
        model.days[stays] = model.days[stays] | model.days[goes]
        model.days[goes] = new BitSet()
        model.begins[stays] = beginOfNewest(stays, model.homes[stays])
        model.gone << goes
        true
    }

    private boolean part(Model model, Random random) {
        if (!model.merges) {
            return false
        }
        def key = pick(random, model.merges.keySet() as List)
        def (stays, goes, staysDays, goesDays, begin, home) = model.merges[key]
        if (model.gone.contains(stays)) {
            return false
        }
        def now = model.days[stays].clone()
        if (mergePersons.undo(chair(home), key) != MergeOutcome.DONE) {
            return false
        }
        model.merges.remove(key)
        def given = (goesDays.clone() as BitSet).tap { andNot(staysDays) }
        model.days[stays] = (now as BitSet).tap { andNot(given) }
        model.days[goes] = goesDays
        model.begins[stays] = beginOfNewest(stays, model.homes[stays])
        model.gone.remove(goes)
        true
    }

    private boolean link(Model model, Random random) {
        def person = pick(random, living(model))
        def to = pick(random, [primary, otherPrimary, universityPrimary] - model.homes[person])
        def asked = ask(chair(to), wish: Wish.SECONDARY, lastName: model.names[person], birthDate: model.birthDates[person],
                on: FIRST.plusDays(model.begins[person]).toString())
        answerClaim.grant(chair(model.homes[person]), asked.requestId(), null).name() == 'ANSWERED'
    }

    /** The days of each person by the rows, by the register as of a date, and by the model. */
    private List<String> differences(int seed, Model model) {
        def wrong = []
        if (overlaps(model.days.keySet()) != 0) {
            wrong << "history $seed: somebody counts twice".toString()
        }
        def moments = (0..today()).step(61) + [today()]
        asSuperuser { sql ->
            model.days.each { person, days ->
                sql.rows("""
                    SELECT moment.day,
                           (SELECT count(*) FROM members.membership m
                             WHERE m.person_id = :person AND m.kind = 'COUNTED'
                               AND m.valid_from <= on_day AND (m.valid_until IS NULL OR m.valid_until > on_day)) AS rows,
                           (SELECT count(*) FROM members.on_record r
                             WHERE r.person_id = :person AND r.kind = 'COUNTED' AND r.known_until IS NULL
                               AND r.true_from <= on_day AND (r.true_until IS NULL OR r.true_until > on_day)) AS past
                      FROM unnest(string_to_array(:moments, ',')::integer[]) AS moment (day),
                           LATERAL (SELECT DATE '$FIRST' + moment.day AS on_day) AS at""".toString(),
                        [person: person, moments: moments.join(',')]).each { row ->
                    int expected = days.get(row.day) ? 1 : 0
                    if (row.rows != expected || row.past != expected) {
                        wrong << "history $seed, day $row.day: expected $expected, rows $row.rows, history $row.past".toString()
                    }
                }
            }
        }
        wrong
    }

    private List<String> storm(Random random, List<UUID> people, Map<UUID, String> names, List<UUID> primaries, List merged) {
        def unexpected = []
        40.times {
            def person = pick(random, people)
            def home = pick(random, primaries)
            try {
                switch (random.nextInt(6)) {
                    case 0..1:
                        def asked = ask(chair(home), lastName: names[person], on: "202${random.nextInt(9) + 1}-05-05".toString())
                        if (asked instanceof AskOutcome.Asked) {
                            primaries.find {
                                try {
                                    answerClaim.grant(chair(it), asked.requestId(), null).name() == 'ANSWERED'
                                } catch (NotYours ignored) {
                                    false
                                }
                            }
                        }
                        break
                    case 2:
                        endMembership.end(chair(home), person, LocalDate.parse("202${random.nextInt(9) + 1}-06-06"), EndReason.RESIGNED)
                        break
                    case 3:
                        undoEnd.undo(chair(home), person)
                        break
                    case 4:
                        def key = UuidCreator.timeOrderedEpoch
                        if (mergePersons.merge(chair(home), key, person, pick(random, people)) == MergeOutcome.DONE) {
                            merged << [key, home]
                        }
                        break
                    case 5:
                        def last = merged ? pick(random, merged.toList()) : null
                        if (last) {
                            mergePersons.undo(chair(last[1]), last[0])
                        }
                }
            } catch (NotYours ignored) {
                // she is elsewhere by now
            } catch (RuntimeException accident) {
                def state = sqlState(accident)
                if (!(state in ['23P01', '23503', 'PF429'])) {
                    unexpected << "$state $accident".toString()
                }
            }
        }
        unexpected
    }

    private static String sqlState(Throwable accident) {
        for (def cause = accident; cause; cause = cause.cause) {
            if (cause instanceof java.sql.SQLException) {
                return cause.SQLState
            }
        }
        null
    }

    private int overlaps(Collection<UUID> people) {
        asSuperuser { sql ->
            sql.firstRow('''
                SELECT count(*) AS n
                  FROM members.membership a
                  JOIN members.membership b
                    ON b.person_id = a.person_id
                   AND b.id > a.id
                   AND b.kind = 'COUNTED'
                   AND daterange(b.valid_from, b.valid_until) && daterange(a.valid_from, a.valid_until)
                 WHERE a.kind = 'COUNTED'
                   AND a.person_id = ANY (?)''', [sql.connection.createArrayOf('uuid', people as Object[])]).n
        } as int
    }

    private int beginOfNewest(UUID person, UUID home) {
        asSuperuser {
            it.firstRow('''
                SELECT max(valid_from) - ?::date AS n FROM members.membership
                 WHERE person_id = ? AND primary_id = ? AND kind = 'COUNTED' ''', [FIRST.toString(), person, home]).n
        } as int
    }

    private List<UUID> living(Model model) {
        (model.days.keySet() - model.gone) as List
    }

    private int today() {
        LocalDate.ofInstant(clock.now, ZoneId.of('Europe/Moscow')).toEpochDay() - FIRST.toEpochDay()
    }

    private static <T> T pick(Random random, List<T> from) {
        from[random.nextInt(from.size())]
    }

    private static int sequence = 0

    /** A surname that sounds like no other: consonants stand for digits. */
    private static String name(int number) {
        number.toString().collect { 'бвгдзклмнр'[it as int] + 'а' }.join().capitalize()
    }
}
