package org.profbilet.meetings.scans

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.time.Duration
import org.profbilet.contract.chair.MeetingConflicts
import org.profbilet.contract.chair.MeetingConflicts.Kind
import org.profbilet.contract.chair.MeetingConflicts.Ruling
import org.profbilet.contract.chair.NewRuling
import org.profbilet.contract.scanner.RepeatPolicy
import org.profbilet.contract.scanner.ScanReason
import org.profbilet.contract.scanner.ScanType
import org.profbilet.contract.scanner.SyncAnswer.Command
import org.profbilet.contract.scanner.SyncAnswer.Status
import org.profbilet.meetings.MeetingSpec
import org.profbilet.meetings.devices.DeviceRevoked
import org.profbilet.meetings.devices.RevokeDevice
import org.profbilet.meetings.organisers.RuleOnConflict

/** What does not fit together is kept, shown to the registrar, and ruled by her. */
@MicronautTest(transactional = false)
class ConflictsSpec extends MeetingSpec {

    @Inject
    RuleOnConflict ruleOnConflict

    @Inject
    RevokeDevice revokeDevice

    def "the server's admission was lost and the door sent her away: she is outside"() {
        given:
        def member = aTicket()
        def meeting = aMeeting()
        def door = aDoor(meeting)
        def scan = door.scan(member.plastic())
        assert answer(recordScan.record(door.id, scan)).reason() == ScanReason.ADMITTED
        def told = door.scan(member.plastic(), [id: scan.scanId(), seq: scan.deviceSeq(), told: ScanReason.CARD_REVOKED])

        when:
        deliver(door, told)

        then:
        presence(door, member).state == 'NEVER_CAME'
        conflicts(door) == ['SERVER_ADMITTED_DEVICE_REFUSED']

        when: 'she says that she went in all the same'
        rule(meeting, Kind.SERVER_ADMITTED_DEVICE_REFUSED, Ruling.COUNT)

        then:
        presence(door, member).state == 'PRESENT'
        conflicts(door) == []
    }

    def "who was let in with a lost card counts when the registrar says so, and not when she strikes it"() {
        given:
        def member = aTicket()
        def meeting = aMeeting()
        def door = aDoor(meeting)
        cardIs(member, 'LOST')
        deliver(door, door.scan(member.plastic(), [told: ScanReason.ADMITTED]))

        expect:
        !presence(door, member).is_counted

        when:
        rule(meeting, Kind.REVOKED_ADMITTED, ruling)

        then:
        presence(door, member).state == state
        presence(door, member).is_counted == counted
        conflicts(door) == []

        where:
        ruling        || state        | counted
        Ruling.COUNT  || 'PRESENT'    | true
        Ruling.STRIKE || 'NEVER_CAME' | false
    }

    def "a ruling that does not fit is refused"() {
        given:
        def meeting = aMeeting()
        def door = aDoor(meeting)
        deliver(door, door.scan(aTicket().plastic(), [type: ScanType.EXIT, told: ScanReason.EXITED]))
        def conflict = conflictOf(meeting, Kind.EXIT_WITHOUT_ENTRY)

        expect:
        !ruleOnConflict.rule(union.chair, meeting, conflict.id(), new NewRuling(Ruling.COUNT, 'так'))
        conflict.rulings() == [Ruling.ACCEPT, Ruling.STRIKE]
    }

    def "who left without having come is odd until her coming arrives"() {
        given:
        def member = aTicket()
        def door = aDoor(aMeeting())
        def start = clock.instant()
        clock.advance(Duration.ofMinutes(20))

        when:
        deliver(door, door.scan(member.plastic(), [at: start + Duration.ofMinutes(9), type: ScanType.EXIT, told: ScanReason.EXITED]))

        then:
        conflicts(door) == ['EXIT_WITHOUT_ENTRY']

        when:
        deliver(door, door.scan(member.plastic(), [at: start + Duration.ofMinutes(3), told: ScanReason.ADMITTED]))

        then:
        conflicts(door) == []
        presence(door, member).state == 'LEFT'
    }

    def "what is delivered after the registration was ended is kept beside it"() {
        given:
        def meeting = aMeeting()
        def door = aDoor(meeting)
        def scan = door.scan(aTicket().plastic(), [told: ScanReason.ADMITTED])
        clock.advance(Duration.ofMinutes(10))
        changeLists.close(union.chair, meeting, door.list)
        clock.advance(Duration.ofMinutes(10))

        when:
        deliver(door, scan)

        then:
        conflicts(door) == ['LATE_UPLOAD']
    }

    def "a device that nobody knows the hour of says so"() {
        given:
        def door = aDoor(aMeeting())
        def day = Duration.ofHours(26)

        when:
        synchroniseScans.synchronise(door.id, door.delivery(
                [door.scan(aTicket().plastic(), [at: clock.instant() + day, told: ScanReason.ADMITTED])], [clock: clock.instant() + day]))

        then:
        conflicts(door) == ['CLOCK_UNTRUSTED']
    }

    def "who came in at a door whose clock is a day wrong came when she came, also where the phone was heard of before it delivered"() {
        given:
        def meeting = aMeeting()
        def door = aDoor(meeting)
        def day = Duration.ofHours(26)
        def (early, late) = [aTicket(), aTicket()]
        def scans = [early, late].collect {
            clock.advance(Duration.ofMinutes(5))
            door.scan(it.plastic(), [at: clock.instant() + day, told: ScanReason.ADMITTED])
        }
        clock.advance(Duration.ofMinutes(10))
        changeLists.close(union.chair, meeting, door.list)
        clock.advance(Duration.ofMinutes(10))

        when: 'it delivers one, is silent for a while, and delivers the other'
        synchroniseScans.synchronise(door.id, door.delivery([scans[0]], [clock: clock.instant() + day]))
        clock.advance(Duration.ofMinutes(10))
        synchroniseScans.synchronise(door.id, door.delivery([scans[1]], [clock: clock.instant() + day]))

        then:
        [early, late].every { presence(door, it).state == 'PRESENT' && presence(door, it).is_counted }
        conflicts(door).toSet() == ['CLOCK_UNTRUSTED', 'LATE_UPLOAD'] as Set
    }

    def "a number that was lost is odd until it arrives, or until the registrar accepts the loss"() {
        given:
        def meeting = aMeeting()
        def door = aDoor(meeting)
        def scans = (1..3).collect { door.scan(aTicket().plastic(), [told: ScanReason.ADMITTED]) }
        deliver(door, scans[0])
        deliver(door, scans[2])

        expect:
        conflictOf(meeting, Kind.SEQ_GAP).missing() == '2'

        when:
        deliver(door, scans[1])

        then:
        ruleOnConflict.list(union.chair, meeting).items() == []
    }

    def "a loss that was accepted says nothing of the next one"() {
        given:
        def meeting = aMeeting()
        def door = aDoor(meeting)
        def scans = (1..5).collect { door.scan(aTicket().plastic(), [told: ScanReason.ADMITTED]) }
        deliver(door, scans[1])
        rule(meeting, Kind.SEQ_GAP, Ruling.ACCEPT)

        when:
        deliver(door, scans[4])

        then:
        with(conflictOf(meeting, Kind.SEQ_GAP)) { [missing(), ruling()] == ['1, 3, 4', null] }
    }

    def "who had left and was let in again where one entry is all is for the registrar"() {
        given:
        def member = aTicket()
        def door = aDoor(aMeeting(policy: RepeatPolicy.SINGLE))
        scanned(door, member.plastic())
        scanned(door, member.plastic(), [type: ScanType.EXIT])
        clock.advance(Duration.ofMinutes(5))

        when:
        deliver(door, door.scan(member.plastic(), [told: ScanReason.ADMITTED]))

        then:
        conflicts(door) == ['SERVER_REFUSED_DEVICE_ADMITTED']
        !presence(door, member).is_counted
    }

    def "two records of one human who were both inside are one presence"() {
        given:
        def member = aTicket()
        def twin = aTicket()
        def door = aDoor(aMeeting())
        scanned(door, twin.plastic())
        asSuperuser { it.execute('UPDATE members.person SET merged_into = ? WHERE id = ?', [member.person, twin.person]) }
        clock.advance(Duration.ofMinutes(1))

        when:
        def answer = scanned(door, member.plastic())

        then:
        answer.reason() == ScanReason.ALREADY_PRESENT
        conflicts(door) == ['PERSON_MERGED']
    }

    def "what is ruled about a record that was merged since falls upon the one that stays"() {
        given:
        def member = aTicket()
        def between = aTicket()
        def twin = aTicket()
        def meeting = aMeeting()
        def doors = ['Вход А', 'Вход Б'].collect { aDoor(meeting, it) }
        def start = clock.instant()
        clock.advance(Duration.ofMinutes(10))
        doors.eachWithIndex { door, place ->
            deliver(door, door.scan(twin.plastic(), [at: start + Duration.ofMinutes(3 * place), told: ScanReason.ADMITTED]))
        }
        asSuperuser {
            it.execute('UPDATE members.person SET merged_into = ? WHERE id = ?', [between.person, twin.person])
            it.execute('UPDATE members.person SET merged_into = ? WHERE id = ?', [member.person, between.person])
        }

        when:
        rule(meeting, Kind.DOUBLE_ADMISSION, Ruling.STRIKE)

        then:
        presence(doors[0], member).state == 'PRESENT'
        presence(doors[0], twin).state == 'NEVER_CAME'
        scanned(doors[0], between.plastic()).reason() == ScanReason.ALREADY_PRESENT
    }

    def "what a revoked phone still had is taken once more and waits for the registrar"() {
        given:
        def member = aTicket()
        def meeting = aMeeting()
        def door = aDoor(meeting)
        def scan = door.scan(member.plastic(), [told: ScanReason.ADMITTED])
        revokeDevice.revoke(union.chair, meeting, door.id)
        clock.advance(Duration.ofMinutes(30))

        when:
        def answer = synchroniseScans.synchronise(door.id, door.delivery([scan]))

        then:
        answer.results()*.status() == [Status.QUARANTINED]
        answer.commands() == [Command.WIPE]
        answer.people() == []
        presence(door, member).state == 'NEVER_CAME'
        conflicts(door) == ['QUARANTINED']

        when:
        rule(meeting, Kind.QUARANTINED, Ruling.COUNT)

        then:
        presence(door, member).state == 'PRESENT'

        when:
        clock.advance(Duration.ofMinutes(31))
        synchroniseScans.synchronise(door.id, door.delivery([scan]))

        then:
        thrown(DeviceRevoked)
    }

    private void deliver(Phone door, scan) {
        synchroniseScans.synchronise(door.id, door.delivery([scan]))
    }

    private void rule(UUID meeting, Kind kind, Ruling ruling) {
        assert ruleOnConflict.rule(union.chair, meeting, conflictOf(meeting, kind).id(), new NewRuling(ruling, 'видел сам'))
    }

    private MeetingConflicts.Line conflictOf(UUID meeting, Kind kind) {
        ruleOnConflict.list(union.chair, meeting).items().find { it.kind() == kind }
    }
}
