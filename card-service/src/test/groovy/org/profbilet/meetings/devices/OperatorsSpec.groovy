package org.profbilet.meetings.devices

import com.github.f4b6a3.uuid.UuidCreator
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.time.Duration
import org.profbilet.access.NotYours
import org.profbilet.meetings.MeetingSpec
import org.profbilet.meetings.devices.TakePhone.Outcome.Refused
import org.profbilet.meetings.devices.TakePhone.Outcome.Taken
import org.profbilet.meetings.devices.TakePhone.Reason
import org.profbilet.meetings.organisers.ListScans

/** Several people hold one phone in turn. */
@MicronautTest(transactional = false)
class OperatorsSpec extends MeetingSpec {

    @Inject
    NameOperators nameOperators

    @Inject
    TakePhone takePhone

    @Inject
    ListScans listScans

    def "whoever takes the phone says so with her pin, and every scan says whose hands it was"() {
        given:
        def meeting = aMeeting()
        def door = aDoor(meeting)
        def (olga, vera) = ['Ольга С.', 'Вера П.'].collect { named(meeting, it) }

        when:
        [olga, vera].each { scanned(door, aTicket().plastic(), [operator: takePhone.take(door.id, it.pin()).operatorId()]) }

        then:
        listScans.list(union.chair, meeting, null, 10).items()*.operator() == ['Вера П.', 'Ольга С.']
        takePhone.take(door.id, olga.pin()) == new Taken(olga.id(), 'Ольга С.')
    }

    def "whose shift is over takes no phone, and nobody takes one with the pin of another meeting"() {
        given:
        def meeting = aMeeting()
        def door = aDoor(meeting)
        def olga = named(meeting, 'Ольга С.')
        def vera = named(aMeeting(), 'Вера П.')

        when:
        nameOperators.end(union.chair, meeting, olga.id())

        then:
        [olga, vera].collect { takePhone.take(door.id, it.pin()) } == [new Refused(Reason.PIN_WRONG)] * 2
        nameOperators.list(union.chair, meeting)*.endedAt() == [clock.instant()]
    }

    def "after five wrong pins the phone waits a quarter of an hour"() {
        given:
        def meeting = aMeeting()
        def door = aDoor(meeting)
        def olga = named(meeting, 'Ольга С.')
        5.times { takePhone.take(door.id, 'никто') }

        expect:
        takePhone.take(door.id, olga.pin()) == new Refused(Reason.PIN_GUESSED)

        when:
        clock.advance(Duration.ofMinutes(15))

        then:
        takePhone.take(door.id, olga.pin()) instanceof Taken
    }

    def "an answer that was lost is asked for again: the lost pin dies; the request of one is not that of another"() {
        given:
        def meeting = aMeeting()
        def door = aDoor(meeting)
        def lost = named(meeting, 'Ольга С.')

        when:
        def again = nameOperators.add(union.chair, meeting, lost.id(), 'Ольга С.').get()

        then:
        takePhone.take(door.id, again.pin()) instanceof Taken
        takePhone.take(door.id, lost.pin()) instanceof Refused
        nameOperators.add(union.chair, meeting, lost.id(), 'Вера П.').empty
    }

    def "to the chair of another primary nobody is there"() {
        given:
        def meeting = aMeeting()
        def olga = named(meeting, 'Ольга С.')

        when:
        nameOperators.end(union.otherChair, meeting, olga.id())

        then:
        thrown(NotYours)

        when:
        nameOperators.list(union.otherChair, meeting)

        then:
        thrown(NotYours)
    }

    private NameOperators.Named named(UUID meeting, String name) {
        nameOperators.add(union.chair, meeting, UuidCreator.timeOrderedEpoch, name).get()
    }
}
