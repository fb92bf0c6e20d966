package org.profbilet.meetings.devices

import org.profbilet.meetings.CreateMeetingOutcome
import org.profbilet.meetings.organisers.ListScans
import org.profbilet.meetings.organisers.ShowMeetings
import org.profbilet.meetings.MeetingSpec
import org.profbilet.meetings.scans.RecordedScan

import com.github.f4b6a3.uuid.UuidCreator
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.time.Duration
import java.util.concurrent.CompletableFuture
import org.profbilet.access.NotYours
import org.profbilet.contract.chair.NewInvitation
import org.profbilet.contract.chair.NewMeeting
import org.profbilet.contract.scanner.DeviceState
import org.profbilet.contract.scanner.ListKind
import org.profbilet.contract.scanner.ScanOutcome

@MicronautTest(transactional = false)
class DoorDevicesSpec extends MeetingSpec {

    @Inject
    OpenDoorSession openDoorSession

    @Inject
    RevokeDevice revokeDevice

    @Inject
    ListScans listScans

    def "an invitation makes one phone a device, and the chair sees it by name and door"() {
        given:
        def meeting = aMeeting()

        when:
        def door = aDoor(meeting, 'Вход А')

        then:
        with(showMeetings.show(union.chair, meeting).devices()) {
            it*.id() == [door.id]
            it*.name() == ['Телефон Ольги']
            it*.door() == ['Вход А']
        }
    }

    def "of a code only the hash is kept, and it is long enough that nobody guesses it"() {
        given:
        def meeting = aMeeting()

        when:
        def code = inviteDevice.invite(union.chair, meeting, UuidCreator.timeOrderedEpoch, new NewInvitation('Вход А', null, null, null)).get().code()

        then:
        code ==~ /[A-Z2-7]{26}/
        !asSuperuser { it.rows('SELECT * FROM meetings.invitation').toString() }.contains(code)
    }

    def "an invitation that was used, is too old or was never made is refused"() {
        given:
        def meeting = aMeeting()
        def code = { inviteDevice.invite(union.chair, meeting, UuidCreator.timeOrderedEpoch, new NewInvitation('Вход А', null, null, null)).get().code() }
        def used = code()
        enrol(used, phone())
        def old = code()

        when:
        def again = enrol(used, phone())
        def invented = enrol('A' * 26, phone())
        clock.advance(InviteDevice.LIFE)
        def late = enrol(old, phone())

        then:
        again.reason() == EnrolDevice.Reason.INVITATION_USED
        invented.reason() == EnrolDevice.Reason.INVITATION_UNKNOWN
        late.reason() == EnrolDevice.Reason.INVITATION_EXPIRED
    }

    def "of twenty phones that take one code at once one becomes a device"() {
        given:
        def code = inviteDevice.invite(union.chair, aMeeting(), UuidCreator.timeOrderedEpoch, new NewInvitation('Вход А', null, null, null)).get().code()

        when:
        def outcomes = (1..20).collect {
            def phone = phone()
            CompletableFuture.supplyAsync { enrol(code, phone) }
        }*.get()

        then:
        outcomes.count { it instanceof EnrolDevice.Outcome.Enrolled } == 1
    }

    def "a phone that does not hold the key is not taken, and the code stays good"() {
        given:
        def code = inviteDevice.invite(union.chair, aMeeting(), UuidCreator.timeOrderedEpoch, new NewInvitation('Вход А', null, null, null)).get().code()
        def thief = phone()
        def other = phone()

        when:
        def stolen = enrolDevice.enrol(code, other.key.x.toString(), other.key.y.toString(), null, thief.proof(code))
        def foreign = enrolDevice.enrol(code, thief.key.x.toString(), thief.key.y.toString(), null, thief.proof('B' * 26))
        def honest = enrol(code, phone())

        then:
        stolen.reason() == EnrolDevice.Reason.PROOF_REFUSED
        foreign.reason() == EnrolDevice.Reason.PROOF_REFUSED
        honest instanceof EnrolDevice.Outcome.Enrolled
    }

    def "an answer with a code that was lost is asked for again: the lost code dies, the new one is good"() {
        given:
        def meeting = aMeeting()
        def id = UuidCreator.timeOrderedEpoch
        def lost = inviteDevice.invite(union.chair, meeting, id, new NewInvitation('Вход А', null, null, null)).get().code()
        def shown = inviteDevice.invite(union.chair, meeting, id, new NewInvitation('Вход А', null, null, null)).get().code()

        expect:
        enrol(lost, phone()).reason() == EnrolDevice.Reason.INVITATION_UNKNOWN
        enrol(shown, phone()) instanceof EnrolDevice.Outcome.Enrolled
        inviteDevice.invite(union.chair, meeting, id, new NewInvitation('Вход А', null, null, null)).empty
        inviteDevice.invite(union.chair, meeting, id, new NewInvitation('Вход Б', null, null, null)).empty
    }

    def "a session is opened by a proof that is fresh, meant for us, signed by the device and never shown before"() {
        given:
        def door = aDoor(aMeeting())
        clock.advance(Duration.ofSeconds(10))
        def proof = door.proof(door.id.toString())

        expect:
        openDoorSession.open(proof).get() == door.id
        openDoorSession.open(proof).empty
        openDoorSession.open(door.proof(door.id.toString(), Duration.ofSeconds(-5))).empty
        openDoorSession.open(door.proof(door.id.toString(), Duration.ofMinutes(6))).empty
        openDoorSession.open(phone().proof(door.id.toString(), Duration.ofSeconds(5))).empty
        openDoorSession.open('не подтверждение').empty
        openDoorSession.open(door.proof(door.id.toString(), Duration.ofSeconds(1))).get() == door.id
    }

    def "a revoked device opens a session to deliver for an hour, and none after it"() {
        given:
        def meeting = aMeeting()
        def door = aDoor(meeting)
        revokeDevice.revoke(union.chair, meeting, door.id)

        when:
        clock.advance(Duration.ofMinutes(59))

        then:
        openDoorSession.open(door.proof(door.id.toString())).get() == door.id

        when:
        clock.advance(Duration.ofMinutes(1))
        openDoorSession.open(door.proof(door.id.toString()))

        then:
        thrown(DeviceRevoked)
    }

    def "a shift ends by itself, and a phone scans only into the lists it was invited to"() {
        given:
        def meeting = aMeeting()
        def lunch = aList(meeting, name: 'Обед')
        def door = aDoor(meeting, 'Столовая', [lists: [lunch], until: clock.instant() + Duration.ofHours(1)])
        def hall = aDoor(meeting).list

        expect:
        downloadList.show(door.id)*.id() == [lunch]
        recordScan.record(door.id, door.scan(aTicket().plastic(), [list: hall])).reason() == RecordedScan.Reason.FORBIDDEN_LIST
        scanned(door, aTicket().plastic()).outcome() == ScanOutcome.ADMITTED

        when:
        clock.advance(Duration.ofHours(1))
        scanned(door, aTicket().plastic())

        then:
        thrown(DeviceRevoked)
    }

    def "no shift outlasts the day after the meeting"() {
        given:
        def door = aDoor(aMeeting(), 'Вход А', [until: CLOSES + Duration.ofDays(90)])

        expect:
        asSuperuser { it.firstRow('SELECT valid_until FROM meetings.device WHERE id = ?', [door.id]).valid_until.toInstant() } == CLOSES + Duration.ofDays(1)
    }

    def "the chair sees of each phone when it was there, what waits on it, how old its list and how wrong its clock is"() {
        given:
        def meeting = aMeeting()
        def door = aDoor(meeting)
        def made = clock.instant() - Duration.ofHours(3)

        when:
        synchroniseScans.synchronise(door.id, door.delivery([], [state: new DeviceState(17, made), clock: clock.instant() - Duration.ofSeconds(40)]))

        then:
        with(showMeetings.show(union.chair, meeting).devices()[0]) {
            lastSeenAt() == clock.instant()
            queueLength() == 17
            bundleMadeAt() == made
            clockSkewMs() == 40_000
        }
    }

    def "to the chair of another primary a meeting is not there when she wants to #wish"() {
        given:
        def meeting = aMeeting()
        def door = aDoor(meeting)

        when:
        ask(wish, meeting, door.id)

        then:
        thrown(NotYours)

        where:
        wish << ['see it', 'list the scans', 'invite a device', 'revoke a device', 'list the meetings']
    }

    def "a device of one meeting is not revoked by way of another"() {
        given:
        def door = aDoor(aMeeting())

        when:
        revokeDevice.revoke(union.chair, aMeeting(), door.id)

        then:
        thrown(NotYours)
    }

    def "staff above call open meetings too; nobody invites members of others"() {
        given:
        def member = aTicket()

        expect:
        create(union.territorialStaff, union.local, ListKind.OPEN, []) instanceof CreateMeetingOutcome.Created
        create(union.chair, union.primary, ListKind.INVITED, [aTicket(primary: union.otherPrimary).person]).reason() ==
                CreateMeetingOutcome.Reason.INVITED_NOT_YOURS
        create(union.territorialStaff, union.local, ListKind.INVITED, [member.person]).reason() ==
                CreateMeetingOutcome.Reason.INVITED_NOT_YOURS
        create(union.chair, union.primary, ListKind.INVITED, []).reason() == CreateMeetingOutcome.Reason.NOBODY_INVITED
    }

    def "the same request makes one meeting; its key with another content is refused"() {
        given:
        def id = UuidCreator.timeOrderedEpoch
        def meeting = new NewMeeting('Собрание', ListKind.OPEN, OPENS, CLOSES, null, null, [])
        def other = new NewMeeting('Другое собрание', ListKind.OPEN, OPENS, CLOSES, null, null, [])

        expect:
        createMeeting.create(union.chair, union.primary, id, meeting) == new CreateMeetingOutcome.Created(id)
        createMeeting.create(union.chair, union.primary, id, meeting) == new CreateMeetingOutcome.Created(id)
        createMeeting.create(union.chair, union.primary, id, other).reason() ==
                CreateMeetingOutcome.Reason.IDEMPOTENCY_MISMATCH
        createMeeting.create(union.otherChair, union.otherPrimary, id, meeting).reason() ==
                CreateMeetingOutcome.Reason.IDEMPOTENCY_MISMATCH
    }

    def "without the scope of a meeting the database shows neither people nor scans"() {
        given:
        def member = aTicket()
        def door = aDoor(aMeeting())
        scanned(door, member.plastic())

        when:
        def seen = asApplication { sql ->
            [sql.firstRow('SELECT count(*) AS n FROM meetings.scan').n,
             sql.firstRow('SELECT count(*) AS n FROM meetings.presence').n,
             sql.rows('SELECT * FROM meetings.holder(?, NULL, NULL, current_date)', [member.number]).size(),
             sql.rows('SELECT * FROM meetings.short_names(?::uuid[])', ["{$member.person}".toString()]).size(),
             sql.rows('SELECT * FROM meetings.invited(current_date)').size()]
        }

        then:
        seen == [0, 0, 0, 0, 0]
    }

    def "a door that calls itself by the name of a function sees no more than before"() {
        given:
        aTicket()

        when:
        def seen = asApplication { sql ->
            sql.execute("SELECT set_config('profbilet.function', 'meetings.holder', false)")
            sql.firstRow('SELECT count(*) AS n FROM members.person').n
        }

        then:
        seen == 0
    }

    private CreateMeetingOutcome create(UUID account, UUID organisation, ListKind kind, List<UUID> invited) {
        createMeeting.create(account, organisation, UuidCreator.timeOrderedEpoch,
                new NewMeeting('Собрание', kind, OPENS, CLOSES, null, null, invited))
    }

    private void ask(String wish, UUID meeting, UUID device) {
        switch (wish) {
            case 'see it': showMeetings.show(union.otherChair, meeting); break
            case 'list the scans': listScans.list(union.otherChair, meeting, null, 10); break
            case 'invite a device': inviteDevice.invite(union.otherChair, meeting, UuidCreator.timeOrderedEpoch, new NewInvitation('Вход', null, null, null)); break
            case 'revoke a device': revokeDevice.revoke(union.otherChair, meeting, device); break
            case 'list the meetings': showMeetings.list(union.otherChair, union.primary); break
        }
    }

    private Phone phone() {
        new Phone(key: new com.nimbusds.jose.jwk.gen.ECKeyGenerator(com.nimbusds.jose.jwk.Curve.P_256).generate(), clock: clock)
    }
}
