package org.profbilet.meetings.scans

import org.profbilet.meetings.devices.EnrolDevice
import org.profbilet.meetings.devices.RevokeDevice
import org.profbilet.meetings.devices.DeviceRevoked
import org.profbilet.meetings.MeetingSpec

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.time.Duration
import java.time.Instant
import java.time.LocalDate
import java.util.concurrent.CompletableFuture
import org.profbilet.contract.credential.CredentialStatus
import org.profbilet.contract.scanner.NextAction
import org.profbilet.contract.scanner.ScanOutcome
import org.profbilet.contract.scanner.ScanReason
import org.profbilet.contract.scanner.ScanType

@MicronautTest(transactional = false)
class ScanningSpec extends MeetingSpec {

    @Inject
    RevokeDevice revokeDevice

    def "a member is let in with her short name, and nothing else of her is shown"() {
        given:
        def member = aTicket(lastName: 'Смирнова', firstName: 'Анна', middleName: 'Ильинична')
        def door = aDoor(aMeeting())

        when:
        def answer = scanned(door, member.phone())

        then:
        answer.outcome() == ScanOutcome.ADMITTED
        answer.reason() == ScanReason.ADMITTED
        answer.person().shortName() == 'Смирнова А. И.'
        answer.message() == 'Проходите'
        answer.counters().present() == 1
    }

    def "the second time she is told when and where she came in, at whatever door and with whatever ticket"() {
        given:
        def member = aTicket()
        def meeting = aMeeting(invited: [member])
        def first = aDoor(meeting, 'Вход А')
        def second = aDoor(meeting, 'Вход Б')
        scanned(first, member.plastic())
        clock.advance(Duration.ofMinutes(13))

        when:
        def answer = scanned(second, member.phone())

        then:
        answer.outcome() == ScanOutcome.DUPLICATE
        answer.reason() == ScanReason.ALREADY_PRESENT
        answer.first().at() == Instant.parse('2026-11-20T07:00:00Z')
        answer.first().door() == 'Вход А'
        answer.message() == 'Вход уже отмечен в 10:00, Вход А'
        answer.counters().present() == 1
        answer.counters().base() == 1
    }

    def "of two doors at one moment exactly one lets her in, a hundred times"() {
        given:
        def meeting = aMeeting()
        def doors = [aDoor(meeting, 'Вход А'), aDoor(meeting, 'Вход Б')]

        when:
        def outcomes = (1..100).collect {
            def member = aTicket()
            doors.collect { door ->
                def scan = door.scan(member.plastic())
                CompletableFuture.supplyAsync { answer(recordScan.record(door.id, scan)).outcome() }
            }*.get().sort()
        }

        then:
        outcomes.every { it == [ScanOutcome.ADMITTED, ScanOutcome.DUPLICATE] }
    }

    def "a scan whose answer was lost is sent again and gets the very same answer"() {
        given:
        def member = aTicket()
        def door = aDoor(aMeeting())
        def scan = door.scan(member.phone())
        def lost = answer(recordScan.record(door.id, scan))
        clock.advance(Duration.ofMinutes(20))
        membershipEnded(member)

        when:
        def again = answer(recordScan.record(door.id, scan))

        then:
        again.replayed()
        again.outcome() == lost.outcome()
        again.reason() == lost.reason()
        again.person() == lost.person()
        again.receivedAt() == lost.receivedAt()
        asSuperuser { it.firstRow('SELECT count(*) AS n FROM meetings.scan WHERE id = ?', [scan.scanId()]).n } == 1
    }

    def "an id that came with another content is refused, and nothing is changed"() {
        given:
        def member = aTicket()
        def door = aDoor(aMeeting())
        def scan = door.scan(member.phone())
        recordScan.record(door.id, scan)

        expect:
        recordScan.record(door.id, door.scan(aTicket().phone(), [id: scan.scanId(), seq: scan.deviceSeq()])) ==
                new RecordedScan.Refused(RecordedScan.Reason.MISMATCH)
        recordScan.record(door.id, door.scan(member.plastic(), [seq: scan.deviceSeq()])) ==
                new RecordedScan.Refused(RecordedScan.Reason.INVALID)
    }

    def "a device of another meeting can neither scan nor look into this one"() {
        given:
        def door = aDoor(aMeeting())
        def foreign = aDoor(aMeeting())

        when:
        downloadList.show(foreign.id, door.list)

        then:
        thrown(org.profbilet.access.NotYours)
        recordScan.record(foreign.id, foreign.scan(aTicket().phone(), [list: door.list])) ==
                new RecordedScan.Refused(RecordedScan.Reason.FORBIDDEN_LIST)
    }

    def "a revoked device is dead at once"() {
        given:
        def meeting = aMeeting()
        def door = aDoor(meeting)
        scanned(door, aTicket().phone())
        revokeDevice.revoke(union.chair, meeting, door.id)

        when:
        recordScan.record(door.id, door.scan(aTicket().phone()))

        then:
        thrown(DeviceRevoked)
    }

    def "the right of a device ends a day after the doors have closed"() {
        given:
        def door = aDoor(aMeeting())
        clock.now = CLOSES + EnrolDevice.DELIVERY

        when:
        recordScan.record(door.id, door.scan(aTicket().phone()))

        then:
        thrown(DeviceRevoked)
    }

    def "whose membership has ended is refused, with any ticket"() {
        given:
        def member = aTicket()
        membershipEnded(member)
        def door = aDoor(aMeeting())

        expect:
        scanned(door, member.plastic()).reason() == ScanReason.MEMBERSHIP_ENDED
        scanned(door, member.phone()).reason() == ScanReason.MEMBERSHIP_ENDED
        presence(door, member).state == 'NEVER_CAME'
    }

    def "a card that is #status opens no door, the ticket on the phone still does"() {
        given:
        def member = aTicket()
        cardIs(member, status)
        def door = aDoor(aMeeting())

        expect:
        scanned(door, member.plastic()).reason() == reason
        scanned(door, member.phone()).reason() == ScanReason.ADMITTED

        where:
        status         || reason
        'LOST'         || ScanReason.CARD_REVOKED
        'ANNULLED'     || ScanReason.CARD_REVOKED
        'REPLACED'     || ScanReason.CARD_REVOKED
        'WITHDRAWN'    || ScanReason.CARD_REVOKED
        'AT_PRIMARY'   || ScanReason.CARD_NOT_ISSUED
        'SHIPPED'      || ScanReason.CARD_NOT_ISSUED
    }

    def "a card that has not been handed out may be on the spot, a lost one may not"() {
        given:
        def (shipped, lost) = [aTicket(card: 'SHIPPED'), aTicket(card: 'LOST')]
        def door = aDoor(aMeeting())

        expect:
        scanned(door, shipped.plastic()).nextAction() == NextAction.ISSUE_NOW
        scanned(door, lost.plastic()).nextAction() == NextAction.ASK_OTHER_CREDENTIAL
    }

    def "a phone's ticket that was revoked is refused by name, one that is suspended as well"() {
        given:
        def revoked = aTicket()
        def suspended = aTicket()
        phoneTicketIs(revoked, CredentialStatus.INVALID)
        phoneTicketIs(suspended, CredentialStatus.SUSPENDED)
        def door = aDoor(aMeeting())

        expect:
        with(scanned(door, revoked.phone())) {
            reason() == ScanReason.CARD_REVOKED
            person().shortName() == 'Иванова М. П.'
        }
        scanned(door, suspended.phone()).reason() == ScanReason.CARD_BLOCKED
        scanned(door, suspended.phone(), [type: ScanType.EXIT]).reason() == ScanReason.EXITED
    }

    def "a screenshot is refused by its time, and by its proof where it is quick"() {
        given:
        def member = aTicket()
        def meeting = aMeeting()
        def code = member.phone()
        def first = aDoor(meeting, 'Вход А')
        def second = aDoor(meeting, 'Вход Б')
        scanned(first, code)

        when:
        def quick = scanned(second, code)
        def same = scanned(first, code)
        clock.advance(Duration.ofSeconds(61))
        def late = scanned(second, code)

        then:
        quick.reason() == ScanReason.CREDENTIAL_REPLAYED
        same.reason() == ScanReason.ALREADY_PRESENT
        late.reason() == ScanReason.CREDENTIAL_EXPIRED
        late.nextAction() == NextAction.REFRESH_SCREEN
        late.person() == null
    }

    def "a card that says the right number and a wrong secret names nobody"() {
        given:
        def member = aTicket()
        def wrong = member.plastic()[0..-27] + 'A' * 26
        def door = aDoor(aMeeting())

        when:
        def answer = scanned(door, wrong)

        then:
        answer.reason() == ScanReason.CREDENTIAL_BAD_SIGNATURE
        answer.person() == null
    }

    def "a typed number lets nobody in and names nobody, until a document was seen"() {
        given:
        def member = aTicket()
        def door = aDoor(aMeeting())

        when:
        def typed = scanned(door, member.number)
        def seen = scanned(door, member.number, [override: true])

        then:
        typed.reason() == ScanReason.DEVICE_PROOF_MISSING
        typed.nextAction() == NextAction.CONFIRM_IDENTITY
        typed.person() == null
        seen.reason() == ScanReason.ADMITTED
        seen.person().shortName() == 'Иванова М. П.'
    }

    def "of a foreign code nothing is kept but its hash"() {
        given:
        def door = aDoor(aMeeting())

        when:
        def answer = scanned(door, 'https://example.org/pay?name=Иванова')

        then:
        answer.reason() == ScanReason.CREDENTIAL_MALFORMED
        with(asSuperuser { it.firstRow('SELECT * FROM meetings.scan WHERE list_id = ?', [door.list]) }) {
            credential_hash ==~ /[0-9a-f]{64}/
            !it.toString().contains('example.org')
        }
    }

    def "a hand scanner on a Russian keyboard is understood"() {
        given:
        def member = aTicket()
        def typed = member.plastic().toUpperCase().collect { letter ->
            def place = 'QWERTYUIOPASDFGHJKLZXCVBNM:'.indexOf(letter)
            place < 0 ? letter : 'ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬЖ'[place]
        }.join('')

        expect:
        typed.startsWith('УЗИ1')
        scanned(aDoor(aMeeting()), typed + '\r\n').reason() == ScanReason.ADMITTED
    }

    def "who has left comes in again, unless one entry is all"() {
        given:
        def member = aTicket()
        def door = aDoor(aMeeting(policy: policy))
        scanned(door, member.plastic())
        scanned(door, member.plastic(), [type: ScanType.EXIT])

        expect:
        scanned(door, member.plastic()).reason().name() == reason

        where:
        policy    || reason
        'REENTRY' || 'ADMITTED_AGAIN'
        'SINGLE'  || 'REENTRY_FORBIDDEN'
    }

    def "a member of another primary comes to an open meeting and not to one she is not invited to"() {
        given:
        def guest = aTicket(primary: union.otherPrimary)

        expect:
        scanned(aDoor(aMeeting()), guest.phone()).reason() == ScanReason.ADMITTED
        scanned(aDoor(aMeeting(invited: [aTicket()])), guest.phone()).reason() == ScanReason.NOT_INVITED
    }

    def "a proof made for another meeting is not taken, one made for this one is"() {
        given:
        def member = aTicket()
        def door = aDoor(aMeeting())
        def event = downloadList.show(door.id)[0].event()

        expect:
        scanned(door, member.phone(event: event + 1)).reason() == ScanReason.WRONG_EVENT
        scanned(door, member.phone(event: event)).reason() == ScanReason.ADMITTED
    }

    def "a ticket that its phone did not renew for its whole life is too old"() {
        given:
        def member = aTicket()
        member.issuedOn = LocalDate.of(2026, 10, 1)

        expect:
        with(scanned(aDoor(aMeeting()), member.phone())) {
            reason() == ScanReason.CREDENTIAL_EXPIRED
            nextAction() == NextAction.REFRESH_TICKET
        }
    }
}
