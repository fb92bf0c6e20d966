package org.profbilet.members

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.time.Duration
import java.time.Instant
import java.time.LocalDate
import org.profbilet.access.NotYours
import org.profbilet.members.ChangeState.NewState
import org.profbilet.statistics.RegisterCounts
import org.profbilet.statistics.ShowRegister

@MicronautTest(transactional = false)
class MembershipHistorySpec extends RegisterSpec {

    @Inject
    ChangeState changeState

    @Inject
    UndoEnd undoEnd

    @Inject
    ShowRegister showRegister

    def setup() {
        asSuperuser { it.execute('TRUNCATE members.person, members.request CASCADE') }
    }

    def "who was a member, in which unit and with which role, is answered for any past day"() {
        given:
        def person = joins(on: '2020-09-01', unit: 'Начальная школа')
        clock.advance(Duration.ofDays(1))
        change(person, unit: 'Старшая школа', roles: [UnionRole.GROUP_ORGANISER])
        clock.advance(Duration.ofDays(30))
        endMembership.end(chair(), person, LocalDate.parse('2030-02-10'), EndReason.DISMISSED)

        expect:
        unitOn(person, '2020-08-31') == null
        unitOn(person, '2020-09-01') == 'Начальная школа'
        unitOn(person, '2030-01-15') == 'Начальная школа'
        unitOn(person, '2030-01-16') == 'Старшая школа'
        onDay(person, '2030-01-16').roles() == 'GROUP_ORGANISER'
        onDay(person, '2030-02-09')
        !onDay(person, '2030-02-10')
    }

    def "a late entry needs a reason and keeps both times"() {
        given:
        def person = joins(on: '2020-09-01', unit: 'Первая')
        def before = clock.now
        clock.advance(Duration.ofDays(5))

        expect:
        change(person, unit: 'Вторая', from: '2025-09-01').name() == 'REASON_MISSING'
        change(person, unit: 'Вторая', from: '2031-09-01').name() == 'DAY_IN_FUTURE'
        change(person, unit: 'Вторая', from: '2019-09-01').name() == 'BEFORE_REGISTRATION'

        when:
        def changed = change(person, unit: 'Вторая', from: '2025-09-01', reason: 'Приказ нашли в архиве')
        clock.advance(Duration.ofSeconds(1))

        then:
        changed.name() == 'CHANGED'
        unitOn(person, '2025-08-31') == 'Первая'
        unitOn(person, '2025-09-01') == 'Вторая'
        unitOn(person, '2025-09-01', before) == 'Первая'
        with(showRegister.ofMember(chair(), person, LocalDate.parse('2026-01-01'), null).periods()) {
            it*.unit() == ['Вторая', 'Первая']
            it[0].trueFrom() == LocalDate.parse('2025-09-01')
            it[0].knownFrom() == before + Duration.ofDays(5)
            it[0].reason() == 'Приказ нашли в архиве'
        }
    }

    def "a correction of a correction leaves one truth about each day"() {
        given:
        def person = joins(on: '2020-09-01', unit: 'А')

        when:
        [['2024-01-01', 'Б'], ['2022-01-01', 'В'], ['2026-01-01', 'Г'], ['2021-01-01', 'Д']].each { from, unit ->
            clock.advance(Duration.ofHours(1))
            change(person, unit: unit, from: from, reason: 'Исправлено по приказам')
        }
        clock.advance(Duration.ofHours(1))

        then:
        ['2020-12-31', '2021-01-01', '2023-05-05', '2027-01-01'].collect { unitOn(person, it) } == ['А', 'Д', 'Д', 'Д']
        unitOn(person, '2023-05-05', clock.now - Duration.ofMinutes(90)) == 'В'
        unitOn(person, '2027-01-01', clock.now - Duration.ofMinutes(90)) == 'Г'
    }

    def "a leave has an end, and the end of a leave that is none is refused"() {
        given:
        def person = joins()

        expect:
        change(person, category: MemberCategory.ON_LEAVE).name() == 'TERM_WRONG'
        change(person, suspendedUntil: '2030-05-01').name() == 'TERM_WRONG'
        change(person, category: MemberCategory.ON_LEAVE, suspendedUntil: '2031-09-01').name() == 'CHANGED'
        onDay(person, '2030-01-15').suspendedUntil() == LocalDate.parse('2031-09-01')
    }

    def "a taking off record that was a mistake is taken back without a gap, and the mistake is remembered"() {
        given:
        def person = joins()
        clock.advance(Duration.ofHours(1))
        endMembership.end(chair(), person, LocalDate.parse('2029-10-01'), EndReason.RESIGNED)
        clock.advance(Duration.ofHours(1))
        def believedGone = clock.now
        clock.advance(Duration.ofHours(1))

        when:
        undoEnd.undo(chair(), person)
        undoEnd.undo(chair(), person)
        clock.advance(Duration.ofHours(1))

        then:
        periods(person) == [['COUNTED', 'first', '2020-09-01', null, null]]
        onDay(person, '2029-11-01')
        !onDay(person, '2029-11-01', believedGone)
        onDay(person, '2029-09-30', believedGone)
    }

    def "consents of a past day are those signed by then and known by then"() {
        given:
        def person = aMember(consents: [UNION_PROCESSING: 'GIVEN'], primary)
        asSuperuser {
            it.execute("SELECT set_config('profbilet.primaries', ?, false)", [primary.toString()])
            it.execute('''
                INSERT INTO consents.decision (id, person_id, primary_id, purpose, state, version, text_id, form, signed_on, keeper_id, recorded_at)
                SELECT gen_random_uuid(), ?, ?, 'UNION_PROCESSING', 'WITHDRAWN', 2, text_id, 'PAPER', '2027-03-01', ?, '2027-03-05'
                  FROM consents.decision WHERE person_id = ?''', [person, primary, primary, person])
        }

        expect:
        onDay(person, '2025-12-31').consent() == null
        onDay(person, '2026-06-01').consent() == 'GIVEN'
        onDay(person, '2027-03-01').consent() == 'WITHDRAWN'
        showRegister.ofMember(chair(), person, LocalDate.parse('2027-03-02'), Instant.parse('2027-03-04T00:00:00Z'))
                .consents()*.state() == ['GIVEN']
    }

    def "the register of a past day counts everybody once, and does not name who is elsewhere today"() {
        given:
        joins(lastName: 'Абрамова', on: '2020-09-01')
        def gone = joins(lastName: 'Борисова', on: '2021-09-01')
        joins(lastName: 'Власова', on: '2028-09-01')
        answerClaim.grant(chair(), ask(chair(otherPrimary), lastName: 'Борисова').requestId(), null)
        clock.advance(Duration.ofHours(1))

        when:
        def day = showRegister.ofPrimary(chair(), LocalDate.parse('2025-01-01'), null, 0, 100)

        then:
        day.counts() == new RegisterCounts(2, 0)
        day.people()*.lastName() == ['Абрамова', null]
        day.people()[1].personId() == gone
        showRegister.ofPrimary(chair(), LocalDate.parse('2030-01-15'), null, 0, 100).people()*.lastName() == ['Абрамова', 'Власова']
        showRegister.ofPrimary(chair(otherPrimary), LocalDate.parse('2030-01-15'), null, 0, 100).people()*.lastName() == ['Борисова']
    }

    def "another primary's chair finds no history"() {
        given:
        def person = joins()

        when:
        showRegister.ofMember(chair(otherPrimary), person, LocalDate.parse('2025-01-01'), null)

        then:
        thrown(NotYours)
        showRegister.ofPrimary(chair(otherPrimary), LocalDate.parse('2025-01-01'), null, 0, 10).counts() == new RegisterCounts(0, 0)
    }

    def "a membership that never changed costs no row of history"() {
        given:
        joins()

        expect:
        asSuperuser { it.firstRow('SELECT count(*) AS n FROM members.state').n } == 0
    }

    private change(Map<String, ?> to = [:], UUID person) {
        changeState.change(chair(), person, new NewState(
                to.category ?: MemberCategory.WORKING, Engagement.MAIN, to.unit, null, (to.roles ?: []) as Set,
                to.suspendedUntil ? LocalDate.parse(to.suspendedUntil) : null,
                to.from ? LocalDate.parse(to.from) : LocalDate.ofInstant(clock.now, java.time.ZoneId.of('Europe/Moscow')), to.reason))
    }

    private onDay(UUID person, String day, Instant knownAt = null) {
        showRegister.ofMember(chair(), person, LocalDate.parse(day), knownAt).onDay()
    }

    private String unitOn(UUID person, String day, Instant knownAt = null) {
        onDay(person, day, knownAt)?.unit()
    }
}
