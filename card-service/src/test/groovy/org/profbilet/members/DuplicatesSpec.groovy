package org.profbilet.members

import com.github.f4b6a3.uuid.UuidCreator
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.time.Duration
import java.time.LocalDate
import org.profbilet.access.NotYours
import org.profbilet.members.ChangeState.NewState
import org.profbilet.members.duplicates.FindDuplicates
import org.profbilet.members.duplicates.MergeOutcome
import org.profbilet.members.duplicates.MergePersons
import org.profbilet.statistics.ShowRegister

@MicronautTest(transactional = false)
class DuplicatesSpec extends RegisterSpec {

    @Inject
    FindDuplicates findDuplicates

    @Inject
    MergePersons mergePersons

    @Inject
    ChangeState changeState

    @Inject
    ShowRegister showRegister

    def setup() {
        asSuperuser { it.execute('TRUNCATE members.person, members.request CASCADE') }
    }

    def "records that may be one human are shown in pairs, until a chair says they are two"() {
        given:
        def one = joins(lastName: 'Хайруллина', firstName: 'Гөлнара')
        def two = joins(lastName: 'Хайруллина', firstName: 'Гульнара')
        def married = joins(lastName: 'Сидорова', firstName: 'Гульнара')
        joins(lastName: 'Кузнецова', firstName: 'Анна')

        expect:
        pairs() == [[one, two], [two, married]].collect { it.sort() } as Set

        when:
        findDuplicates.sayDistinct(chair(), married, two)

        then:
        pairs() == [[one, two].sort()] as Set

        when:
        findDuplicates.sayDistinct(chair(otherPrimary), one, two)

        then:
        thrown(NotYours)
    }

    def "two records become one: every day counts once and the first ticket stays"() {
        given:
        def stays = joins(on: '2024-01-01')
        def goes = joins(on: '2020-01-01')

        when:
        def outcome = merge(stays, goes)

        then:
        outcome == MergeOutcome.DONE
        periods(stays) == [['COUNTED', 'first', '2020-01-01', '2024-01-01', 'DUPLICATE'],
                           ['COUNTED', 'first', '2024-01-01', null, null]]
        periods(goes) == [['COUNTED', 'first', '2020-01-01', '2020-01-01', 'DUPLICATE']]
        onRecord() == [stays]
    }

    def "merge and un-merge restore every row to the last byte"() {
        given:
        def stays = joins(on: '2024-01-01', unit: 'Первая')
        def goes = aMember(consents: [UNION_PROCESSING: 'GIVEN', SMS: 'REFUSED'], phone: '+79990000002',
                email: 'm@example.org', primary)
        clock.advance(Duration.ofHours(1))
        changeState.change(chair(), goes, new NewState(MemberCategory.ON_LEAVE, Engagement.MAIN, 'Вторая', 'учитель',
                [UnionRole.TREASURER] as Set, LocalDate.parse('2030-09-01'), LocalDate.parse('2029-05-01'), 'поздно'))
        clock.advance(Duration.ofHours(1))
        def before = dump([stays, goes])
        def pastBefore = past(goes)
        def key = UuidCreator.timeOrderedEpoch

        when:
        merge(stays, goes, key)
        def between = dump([stays, goes])
        clock.advance(Duration.ofHours(1))
        def undone = mergePersons.undo(chair(), key)
        def again = mergePersons.undo(chair(), key)
        clock.advance(Duration.ofHours(1))

        then:
        undone == MergeOutcome.DONE
        again == MergeOutcome.DONE
        between != before
        dump([stays, goes]) == before
        past(goes) == pastBefore
    }

    def "both histories of a merged person lie in other primaries too, and come back"() {
        given:
        def stays = joins(otherPrimary, on: '2020-01-01')
        answerClaim.grant(chair(otherPrimary), ask(chair(), on: '2026-01-01').requestId(), null)
        def goes = joins(universityPrimary, on: '2018-01-01', lastName: 'Петрова')
        answerClaim.grant(chair(universityPrimary), ask(chair(), on: '2022-01-01', lastName: 'Петрова').requestId(), null)
        def before = dump([stays, goes])
        def key = UuidCreator.timeOrderedEpoch

        when:
        merge(stays, goes, key)

        then:
        periods(stays)*.subList(1, 4) == [['third', '2018-01-01', '2020-01-01'], ['second', '2020-01-01', '2026-01-01'],
                                          ['first', '2026-01-01', null]]

        when:
        mergePersons.undo(chair(), key)

        then:
        dump([stays, goes]) == before
    }

    def "what was written about the given days after the merge keeps them from being parted by machine"() {
        given:
        def stays = joins(on: '2020-01-01')
        endMembership.end(chair(), stays, LocalDate.parse('2022-01-01'), EndReason.RESIGNED)
        def goes = joins(on: '2023-01-01')
        def key = UuidCreator.timeOrderedEpoch
        merge(stays, goes, key)

        when:
        endMembership.end(chair(), stays, LocalDate.parse('2029-01-01'), EndReason.DISMISSED)

        then:
        mergePersons.undo(chair(), key) == MergeOutcome.CHANGED_SINCE
    }

    def "what was joined last is parted first, so that no day is lost"() {
        given:
        def stays = joins(on: '2024-01-01')
        def first = joins(on: '2020-01-01')
        def second = joins(on: '2021-01-01')
        def before = dump([stays, first, second])
        def keys = (1..2).collect { UuidCreator.timeOrderedEpoch }
        merge(stays, first, keys[0])
        merge(stays, second, keys[1])

        expect:
        mergePersons.undo(chair(), keys[0]) == MergeOutcome.CHANGED_SINCE
        mergePersons.undo(chair(), keys[1]) == MergeOutcome.DONE
        mergePersons.undo(chair(), keys[0]) == MergeOutcome.DONE
        dump([stays, first, second]) == before
    }

    def "a merge is repeatable, and nobody is merged with herself, twice or from elsewhere"() {
        given:
        def stays = joins()
        def goes = joins(on: '2021-01-01')
        def foreign = joins([:], otherPrimary)
        def key = UuidCreator.timeOrderedEpoch

        expect:
        merge(stays, stays) == MergeOutcome.NOT_TWO_RECORDS
        merge(stays, goes, key) == MergeOutcome.DONE
        merge(stays, goes, key) == MergeOutcome.DONE
        merge(goes, stays, key) == MergeOutcome.KEY_OF_ANOTHER_REQUEST

        when:
        merge(stays, foreign)

        then:
        thrown(NotYours)

        when:
        merge(stays, goes)

        then:
        thrown(NotYours)

        when:
        mergePersons.undo(chair(otherPrimary), key)

        then:
        thrown(NotYours)
    }

    def "only a period that a merge gave can ever be deleted"() {
        given:
        def person = joins()

        expect:
        inTransaction { connection ->
            rowScope.primary(primary)
            connection.prepareStatement('DELETE FROM members.membership WHERE person_id = ?').withCloseable {
                it.setObject(1, person)
                it.executeUpdate()
            }
        } == 0
    }

    private MergeOutcome merge(UUID stays, UUID goes, UUID key = UuidCreator.timeOrderedEpoch) {
        mergePersons.merge(chair(), key, stays, goes)
    }

    private Set<List<UUID>> pairs() {
        findDuplicates.list(chair()).collect { [it.personId(), it.otherPersonId()].sort() } as Set
    }

    private List<UUID> onRecord() {
        inTransaction { rowScope.primary(primary); members.search(primary, '', null, 100)*.personId() }
    }

    private past(UUID person) {
        showRegister.ofMember(chair(), person, LocalDate.parse('2029-06-01'), null).periods()
                .collect { [it.unit(), it.trueFrom(), it.trueUntil(), it.reason()] }
    }
}
