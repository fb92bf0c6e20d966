package org.profbilet.meetings.scans

import org.profbilet.meetings.organisers.ListScans
import org.profbilet.meetings.MeetingSpec

import com.github.f4b6a3.uuid.UuidCreator
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.time.Duration
import java.time.Instant
import org.profbilet.contract.scanner.Scan
import org.profbilet.contract.scanner.ScanOutcome
import org.profbilet.contract.scanner.ScanReason
import org.profbilet.contract.scanner.ScanType
import org.profbilet.contract.scanner.ScanVoid
import org.profbilet.contract.scanner.SyncAnswer
import org.profbilet.contract.scanner.SyncAnswer.Status

@MicronautTest(transactional = false)
class SynchronisationSpec extends MeetingSpec {

    @Inject
    ListScans listScans

    def "what was scanned without a network is delivered exactly once, however often it is sent"() {
        given:
        def members = (1..3).collect { aTicket() }
        def door = aDoor(aMeeting())
        def scans = members.collect { door.scan(it.phone(), [told: ScanReason.ADMITTED_PROVISIONAL]) }
        clock.advance(Duration.ofMinutes(30))

        when:
        def first = synchroniseScans.synchronise(door.id, door.delivery(scans))
        def second = synchroniseScans.synchronise(door.id, door.delivery(scans.reverse()))

        then:
        first.results()*.status() == [Status.ACCEPTED] * 3
        first.results()*.outcome() == [ScanOutcome.ADMITTED] * 3
        second.results()*.status() == [Status.REPLAYED] * 3
        second.lists()[0].counters().present() == 3
        second.ackSeq() == 3
        second.missingSeq() == []
        asSuperuser { it.firstRow('SELECT count(*) AS n FROM meetings.scan WHERE list_id = ?', [door.list]).n } == 3
    }

    def "in whatever order two phones deliver, the same people are present since the same moment"() {
        given:
        def random = new Random(seed)
        def member = aTicket()
        def meeting = aMeeting()
        def doors = ['Вход А', 'Вход Б', 'Вход В'].collect { aDoor(meeting, it) }
        def start = clock.instant()
        def scans = [
            [doors[0], doors[0].scan(member.plastic(), [at: start, told: ScanReason.ADMITTED])],
            [doors[1], doors[1].scan(member.plastic(), [at: start + Duration.ofMinutes(5), told: ScanReason.ADMITTED])],
            [doors[1], doors[1].scan(member.plastic(), [at: start + Duration.ofMinutes(9), type: ScanType.EXIT, told: ScanReason.EXITED])],
            [doors[2], doors[2].scan(member.plastic(), [at: start + Duration.ofMinutes(12), told: ScanReason.ADMITTED])],
            [doors[0], doors[0].scan(member.plastic(), [at: start + Duration.ofMinutes(20), told: ScanReason.ADMITTED])]
        ]
        clock.advance(Duration.ofMinutes(40))

        when:
        scans.shuffled(random).each { door, scan -> synchroniseScans.synchronise(door.id, door.delivery([scan])) }

        then:
        with(presence(doors[0], member)) {
            state == 'PRESENT'
            since.toInstant() == start + Duration.ofMinutes(12)
            since_door == 'Вход В'
            is_counted
        }
        conflicts(doors[0]) == ['DOUBLE_ADMISSION', 'DOUBLE_ADMISSION']

        where:
        seed << (1..10)
    }

    def "a leaving that arrives before the coming, then a new coming: three facts, one person present"() {
        given:
        def member = aTicket()
        def meeting = aMeeting()
        def away = aDoor(meeting, 'Вход А')
        def door = aDoor(meeting, 'Вход Б')
        def start = clock.instant()
        clock.advance(Duration.ofMinutes(10))

        when:
        synchroniseScans.synchronise(away.id, away.delivery([
            away.scan(member.plastic(), [at: start + Duration.ofMinutes(4), type: ScanType.EXIT, told: ScanReason.EXITED])]))
        synchroniseScans.synchronise(away.id, away.delivery([
            away.scan(member.plastic(), [at: start + Duration.ofMinutes(1), told: ScanReason.ADMITTED])]))
        def answer = scanned(door, member.plastic())

        then:
        answer.reason() == ScanReason.ADMITTED_AGAIN
        presence(door, member).state == 'PRESENT'
    }

    def "numbers that never arrived are asked for again"() {
        given:
        def door = aDoor(aMeeting())
        def scans = (1..6).collect { door.scan(aTicket().plastic(), [told: ScanReason.ADMITTED]) }

        when:
        def answer = synchroniseScans.synchronise(door.id, door.delivery([scans[0], scans[1], scans[3], scans[5]]))
        def filled = synchroniseScans.synchronise(door.id, door.delivery([scans[2], scans[4]]))

        then:
        answer.ackSeq() == 2
        answer.missingSeq() == [3L, 5L]
        filled.ackSeq() == 6
        filled.missingSeq() == []
    }

    def "a bad item is answered and never fails the others"() {
        given:
        def door = aDoor(aMeeting())
        def taken = door.scan(aTicket().plastic())
        recordScan.record(door.id, taken)
        def good = door.scan(aTicket().plastic(), [told: ScanReason.ADMITTED])
        def foreign = door.scan(aTicket().plastic(), [list: UuidCreator.timeOrderedEpoch])
        def other = door.scan(aTicket().plastic(), [id: taken.scanId()])
        def broken = new Scan(UuidCreator.timeOrderedEpoch, -1, [door.list], null, ScanType.ENTRY, clock.instant(), null, null, null, null, null, null, null, null)
        def unknown = door.scan('куда-то не туда', [told: ScanReason.CREDENTIAL_MALFORMED])

        when:
        def answer = synchroniseScans.synchronise(door.id, door.delivery([foreign, other, broken, unknown, good]))

        then:
        answer.results()*.status() ==
                [Status.FORBIDDEN_LIST, Status.MISMATCH, Status.INVALID, Status.ACCEPTED, Status.ACCEPTED]
        answer.results()[3].reason() == ScanReason.CREDENTIAL_MALFORMED
    }

    def "a door learns who came in through the others since it asked last"() {
        given:
        def members = (1..2).collect { aTicket() }
        def meeting = aMeeting(invited: members)
        def here = aDoor(meeting, 'Вход А')
        def there = aDoor(meeting, 'Вход Б')
        def cursor = synchroniseScans.synchronise(here.id, here.delivery([])).cursor()
        def handle = scanned(there, members[0].plastic()).person().handle()

        when:
        def answer = synchroniseScans.synchronise(here.id, here.delivery([], [cursor: cursor]))
        def later = synchroniseScans.synchronise(here.id, here.delivery([], [cursor: answer.cursor()]))

        then:
        answer.people() == [new SyncAnswer.Present(here.list, handle, clock.instant(), 'Вход Б', true, [clock.millis()])]
        later.people() == []
        answer.lists()[0].counters().present() == 1
        answer.lists()[0].counters().base() == 2
    }

    def "a door learns of an entry that was taken back at another one"() {
        given:
        def meeting = aMeeting()
        def here = aDoor(meeting, 'Вход А')
        def there = aDoor(meeting, 'Вход Б')
        def entry = scanned(there, aTicket().plastic())
        def cursor = synchroniseScans.synchronise(here.id, here.delivery([])).cursor()

        when:
        takeBack.takeBack(there.id, new ScanVoid(UuidCreator.timeOrderedEpoch, entry.scanId(), clock.instant(), 'по ошибке'))

        then:
        synchroniseScans.synchronise(here.id, here.delivery([], [cursor: cursor])).people() ==
                [new SyncAnswer.Present(here.list, entry.person().handle(), null, null, false, [])]
    }

    def "two doors apart from each other admit one person: one presence, and a question where it was not one moment"() {
        given:
        def member = aTicket()
        def meeting = aMeeting()
        def doors = ['Вход А', 'Вход Б'].collect { aDoor(meeting, it) }
        def start = clock.instant()
        clock.advance(Duration.ofMinutes(30))

        when:
        synchroniseScans.synchronise(doors[0].id, doors[0].delivery([doors[0].scan(member.plastic(), [at: start, told: ScanReason.ADMITTED])]))
        def second = synchroniseScans.synchronise(doors[1].id, doors[1].delivery([
            doors[1].scan(member.plastic(), [at: start + gap, told: ScanReason.ADMITTED])]))

        then:
        second.results()[0].reason() == ScanReason.ALREADY_PRESENT
        second.lists()[0].counters().present() == 1
        conflicts(doors[0]) == questions

        where:
        gap                    || questions
        Duration.ofSeconds(90) || []
        Duration.ofMinutes(3)  || ['DOUBLE_ADMISSION']
    }

    def "whom a door let in with a card lost meanwhile is in the room and does not count yet"() {
        given:
        def member = aTicket()
        def meeting = aMeeting()
        def door = aDoor(meeting)
        cardIs(member, 'LOST')

        when:
        def answer = synchroniseScans.synchronise(door.id, door.delivery([door.scan(member.plastic(), [told: ScanReason.ADMITTED])]))

        then:
        answer.results()[0].reason() == ScanReason.CARD_REVOKED
        presence(door, member).state == 'PRESENT'
        !presence(door, member).is_counted
        conflicts(door) == ['REVOKED_ADMITTED']
        with(listScans.list(union.chair, meeting, null, 10).items()[0]) {
            outcome() == ScanOutcome.REFUSED
            deviceOutcome() == ScanOutcome.ADMITTED
            shortName() == 'Иванова М. П.'
            conflict() == 'REVOKED_ADMITTED'
        }
    }

    def "the server refused, its answer was lost, the door let her in: the later fact is kept beside the first"() {
        given:
        def invited = aTicket()
        def guest = aTicket()
        def door = aDoor(aMeeting(invited: [invited]))
        def scan = door.scan(guest.plastic())
        assert answer(recordScan.record(door.id, scan)).reason() == ScanReason.NOT_INVITED
        def told = door.scan(guest.plastic(), [id: scan.scanId(), seq: scan.deviceSeq(), told: ScanReason.ADMITTED])

        when:
        def answer = synchroniseScans.synchronise(door.id, door.delivery([told]))

        then:
        answer.results()[0].status() == Status.REPLAYED
        answer.results()[0].outcome() == ScanOutcome.REFUSED
        presence(door, guest).state == 'PRESENT'
        !presence(door, guest).is_counted
        conflicts(door) == ['SERVER_REFUSED_DEVICE_ADMITTED']
    }

    def "a scan of a phone whose clock is wrong by #wrong is placed by the time since the phone was started"() {
        given:
        def member = aTicket()
        def door = aDoor(aMeeting())
        def boot = UuidCreator.timeOrderedEpoch
        def happened = clock.instant()
        def code = member.phone()
        clock.advance(Duration.ofMinutes(25))
        def scan = door.scan(code, [at: happened + wrong, monotonic: 60_000, boot: boot, told: ScanReason.ADMITTED])

        when:
        def answer = synchroniseScans.synchronise(door.id, door.delivery([scan],
                [clock: clock.instant() + wrong, monotonic: 60_000 + 25 * 60_000, boot: boot]))

        then:
        answer.results()[0].reason() == ScanReason.ADMITTED
        presence(door, member).since.toInstant() == happened
        !flagged(scan)

        where:
        wrong << [Duration.ofSeconds(3), Duration.ofMinutes(7), Duration.ofDays(1), Duration.ofDays(-40)]
    }

    def "where the phone was started anew its wrong clock cannot be corrected, and the scan says so"() {
        given:
        def member = aTicket()
        def door = aDoor(aMeeting())
        def happened = clock.instant()
        clock.advance(Duration.ofMinutes(25))
        def day = Duration.ofDays(1)
        def scan = door.scan(member.plastic(), [at: happened + day, told: ScanReason.ADMITTED])

        when:
        synchroniseScans.synchronise(door.id, door.delivery([scan], [clock: clock.instant() + day]))

        then:
        flagged(scan)
        with(presence(door, member)) {
            state == 'PRESENT'
            since.toInstant() == happened
        }
    }

    def "the proof of a phone is judged by the moment it was shown, not by that of its delivery"() {
        given:
        def member = aTicket()
        def door = aDoor(aMeeting())
        def shown = clock.instant()
        def code = member.phone()
        clock.advance(Duration.ofHours(2))

        expect:
        synchroniseScans.synchronise(door.id, door.delivery([door.scan(code, [at: shown + Duration.ofSeconds(20), told: ScanReason.ADMITTED])]))
                .results()[0].reason() == ScanReason.ADMITTED
        synchroniseScans.synchronise(door.id, door.delivery([door.scan(code, [at: shown + Duration.ofMinutes(2), told: ScanReason.CREDENTIAL_EXPIRED])]))
                .results()[0].reason() == ScanReason.CREDENTIAL_EXPIRED
    }

    def "a scan that was not written is taken when it comes again"() {
        given:
        def door = aDoor(aMeeting())
        def scan = door.scan(aTicket().plastic())
        asSuperuser { it.execute('ALTER TABLE meetings.scan ADD CONSTRAINT nothing_is_written CHECK (device_seq < 0) NOT VALID') }

        when:
        recordScan.record(door.id, scan)

        then:
        thrown(Exception)

        when:
        asSuperuser { it.execute('ALTER TABLE meetings.scan DROP CONSTRAINT nothing_is_written') }

        then:
        with(answer(recordScan.record(door.id, scan))) {
            outcome() == ScanOutcome.ADMITTED
            !replayed()
        }
    }

    private boolean flagged(Scan scan) {
        asSuperuser { it.firstRow('SELECT clock_untrusted FROM meetings.scan WHERE id = ?', [scan.scanId()]).clock_untrusted }
    }
}
