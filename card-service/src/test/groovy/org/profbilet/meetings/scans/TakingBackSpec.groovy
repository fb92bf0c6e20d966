package org.profbilet.meetings.scans

import com.github.f4b6a3.uuid.UuidCreator
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.time.Duration
import org.profbilet.access.NotYours
import org.profbilet.contract.scanner.DeviceRole
import org.profbilet.contract.scanner.ScanReason
import org.profbilet.contract.scanner.ScanVoid
import org.profbilet.contract.scanner.VoidAnswer.Outcome
import org.profbilet.meetings.MeetingSpec

@MicronautTest(transactional = false)
class TakingBackSpec extends MeetingSpec {

    def "an entry that was a mistake is taken back: she is not inside, and may come in anew"() {
        given:
        def member = aTicket()
        def door = aDoor(aMeeting())
        def entry = scanned(door, member.plastic())

        when:
        def answer = takeBack.takeBack(door.id, aVoid(entry.scanId()))

        then:
        answer.outcome() == Outcome.VOIDED
        presence(door, member).state == 'NEVER_CAME'
        scanned(door, member.plastic()).reason() == ScanReason.ADMITTED
    }

    def "taken back twice is taken back once"() {
        given:
        def door = aDoor(aMeeting())
        def taken = aVoid(scanned(door, aTicket().plastic()).scanId())

        expect:
        with(takeBack.takeBack(door.id, taken)) { [outcome(), replayed()] == [Outcome.VOIDED, false] }
        with(takeBack.takeBack(door.id, taken)) { [outcome(), replayed()] == [Outcome.VOIDED, true] }
        takeBack.takeBack(door.id, aVoid(taken.scanId())).outcome() == Outcome.VOID_ALREADY
    }

    def "after a quarter of an hour only the registrar takes an entry back"() {
        given:
        def meeting = aMeeting()
        def door = aDoor(meeting, 'Вход А')
        def registrar = aDoor(meeting, 'Старший', [role: DeviceRole.REGISTRAR])
        def entry = scanned(door, aTicket().plastic())
        clock.advance(Duration.ofMinutes(15) + Duration.ofSeconds(1))

        expect:
        takeBack.takeBack(door.id, aVoid(entry.scanId())).outcome() == Outcome.VOID_TOO_LATE
        takeBack.takeBack(registrar.id, aVoid(entry.scanId())).outcome() == Outcome.VOIDED
    }

    def "a volunteer takes back only what her own phone scanned; at the desk everything of the meeting"() {
        given:
        def meeting = aMeeting()
        def entry = scanned(aDoor(meeting, 'Вход А'), aTicket().plastic())

        expect:
        takeBack.takeBack(aDoor(meeting, 'Вход Б').id, aVoid(entry.scanId())).outcome() == Outcome.VOID_OTHER_DEVICE
        takeBack.takeBack(union.chair, meeting, entry.scanId(), UuidCreator.timeOrderedEpoch, 'другой человек').get().outcome() == Outcome.VOIDED

        when:
        takeBack.takeBack(aDoor(aMeeting()).id, aVoid(entry.scanId()))

        then:
        thrown(NotYours)
    }

    def "a key that took one entry back takes back no other"() {
        given:
        def meeting = aMeeting()
        def door = aDoor(meeting)
        def (first, second) = [scanned(door, aTicket().plastic()), scanned(door, aTicket().plastic())]*.scanId()
        def key = UuidCreator.timeOrderedEpoch

        expect:
        takeBack.takeBack(union.chair, meeting, first, key, 'ошибка').get().outcome() == Outcome.VOIDED
        takeBack.takeBack(union.chair, meeting, second, key, 'ошибка').empty
    }

    def "where nobody came in nothing is taken back"() {
        given:
        def door = aDoor(aMeeting())
        def refused = scanned(door, 'что-то чужое')

        expect:
        takeBack.takeBack(door.id, aVoid(refused.scanId())).outcome() == Outcome.VOID_NOT_ADMITTED
    }

    def "what was taken back without a network waits for its scan"() {
        given:
        def member = aTicket()
        def door = aDoor(aMeeting())
        def scan = door.scan(member.plastic(), [told: ScanReason.ADMITTED])
        def taken = aVoid(scan.scanId())
        clock.advance(Duration.ofMinutes(40))

        expect:
        synchroniseScans.synchronise(door.id, door.delivery([], [voids: [taken]])).voids()[0].outcome() == null
        synchroniseScans.synchronise(door.id, door.delivery([scan], [voids: [taken]])).voids()[0].outcome() == Outcome.VOIDED
        presence(door, member).state == 'NEVER_CAME'
    }

    private ScanVoid aVoid(UUID scan) {
        new ScanVoid(UuidCreator.timeOrderedEpoch, scan, clock.instant(), 'отмечено по ошибке')
    }
}
