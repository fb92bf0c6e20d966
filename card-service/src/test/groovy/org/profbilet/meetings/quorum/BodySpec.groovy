package org.profbilet.meetings.quorum

import com.github.f4b6a3.uuid.UuidCreator
import com.nimbusds.jose.jwk.Curve
import com.nimbusds.jose.jwk.gen.ECKeyGenerator
import jakarta.inject.Inject
import java.time.LocalDate
import org.profbilet.contract.chair.BodyKind
import org.profbilet.contract.chair.DelegateVote
import org.profbilet.contract.chair.ElectedBody
import org.profbilet.contract.chair.MandateAct
import org.profbilet.contract.chair.NewBody
import org.profbilet.contract.chair.NewConfirmation
import org.profbilet.contract.chair.NewDelegate
import org.profbilet.contract.chair.NewInvitation
import org.profbilet.contract.chair.NewMandateAct
import org.profbilet.contract.chair.NewMeeting
import org.profbilet.contract.chair.NewSitting
import org.profbilet.contract.chair.QuorumBase
import org.profbilet.contract.chair.QuorumFigures
import org.profbilet.contract.chair.QuorumShare
import org.profbilet.contract.chair.Sittings
import org.profbilet.contract.scanner.ListKind
import org.profbilet.contract.scanner.ScanType
import org.profbilet.meetings.CreateMeetingOutcome
import org.profbilet.meetings.MeetingSpec
import org.profbilet.meetings.devices.EnrolDevice
import org.profbilet.meetings.sittings.HoldSittings

/** A specification on a conference of the territory, to which primaries send delegates. */
abstract class BodySpec extends MeetingSpec {

    static final LocalDate ELECTED = LocalDate.of(2026, 11, 1)

    @Inject
    KeepBodies keepBodies

    @Inject
    SendDelegates sendDelegates

    @Inject
    MandateCommission commission

    @Inject
    HoldSittings holdSittings

    /** Two thirds of the confirmed mandates, unless said otherwise. */
    protected UUID aConference(Map<String, Object> given = [:]) {
        def id = UuidCreator.timeOrderedEpoch
        def refusal = keepBodies.create(union.territorialStaff, union.local, id, new NewBody((given.name ?: 'Конференция') as String,
                (given.kind ?: BodyKind.CONFERENCE) as BodyKind, (given.base ?: QuorumBase.CONFIRMED) as QuorumBase,
                given.share as QuorumShare, given.organisations as QuorumShare, (given.remote ?: false) as boolean, null))
        assert refusal.empty
        id
    }

    /** A member with a ticket whom her primary has sent; the mandate's id. */
    protected UUID sent(Map<String, Object> given = [:], UUID body, Ticket ticket) {
        def id = UuidCreator.timeOrderedEpoch
        assert trySend(given + [id: id], body, ticket).empty
        id
    }

    protected Optional<SendDelegates.Reason> trySend(Map<String, Object> given = [:], UUID body, Ticket ticket) {
        def sender = (given.sender ?: union.primary) as UUID
        sendDelegates.send(sender == union.primary ? union.chair : union.otherChair, body, sender,
                (given.id ?: UuidCreator.timeOrderedEpoch) as UUID, new NewDelegate(ticket.person,
                (given.vote ?: DelegateVote.DECISIVE) as DelegateVote, '3', (given.on ?: ELECTED) as LocalDate, given.place as Integer,
                (given.firstTime ?: false) as boolean))
    }

    /** So many members with tickets, sent and confirmed. */
    protected List<Ticket> delegates(Map<String, Object> given = [:], UUID body, int count) {
        def tickets = (1..count).collect { aTicket([primary: given.sender ?: union.primary, lastName: given.lastName ?: 'Иванова']) }
        tickets.each { sent(given, body, it) }
        confirmed(body)
        tickets
    }

    protected void confirmed(UUID body, List<UUID> mandates = []) {
        commission.confirm(union.territorialStaff, body, new NewConfirmation(mandates, 'протокол мандатной комиссии № 1'))
    }

    protected Optional<MandateCommission.Reason> decided(UUID body, UUID mandate, MandateAct act, UUID alternate = null) {
        commission.decide(union.territorialStaff, body, mandate, new NewMandateAct(act, 'решение пленума № 2', alternate))
    }

    protected ElectedBody shown(UUID body) {
        commission.show(union.territorialStaff, body)
    }

    protected UUID mandateOf(UUID body, Ticket ticket) {
        asSuperuser { it.firstRow('SELECT id FROM meetings.mandate WHERE body_id = ? AND person_id = ?', [body, ticket.person]).id }
    }

    /** Open to all, of the territory; its bodies have lists of their own. */
    protected UUID aGathering(Map<String, Object> given = [:]) {
        def id = UuidCreator.timeOrderedEpoch
        assert createMeeting.create(union.territorialStaff, union.local, id, new NewMeeting('Конференция', ListKind.OPEN, OPENS, CLOSES,
                (given.zone ?: 'Europe/Moscow') as String, null, [])) == new CreateMeetingOutcome.Created(id)
        id
    }

    protected UUID sits(Map<String, Object> given = [:], UUID meeting, UUID body) {
        def id = UuidCreator.timeOrderedEpoch
        assert holdSittings.add(union.territorialStaff, meeting, id,
                new NewSitting(body, given.list as UUID, given.remoteList as UUID, null)).empty
        id
    }

    protected Sittings.Line sitting(UUID meeting, UUID body = null) {
        holdSittings.show(union.territorialStaff, meeting).items().find { body == null || it.bodyId() == body }
    }

    protected QuorumFigures figures(UUID meeting, UUID body = null) {
        sitting(meeting, body).figures()
    }

    /** A telephone at the list of the body that sits first. */
    protected Phone aDoorTo(UUID meeting, String door = 'Вход А', UUID list = null) {
        def code = inviteDevice.invite(union.territorialStaff, meeting, UuidCreator.timeOrderedEpoch, new NewInvitation(door, null, null, null)).get().code()
        def phone = new Phone(key: new ECKeyGenerator(Curve.P_256).generate(), clock: clock, name: door)
        def outcome = enrol(code, phone)
        assert outcome instanceof EnrolDevice.Outcome.Enrolled
        phone.id = outcome.deviceId()
        phone.list = list ?: sitting(meeting).listId()
        phone
    }

    protected void leaves(Phone door, Ticket ticket) {
        scanned(door, ticket.plastic(), [type: ScanType.EXIT])
    }

    /** Transferred after she was elected. */
    protected void movedTo(Ticket ticket, UUID primary) {
        asSuperuser {
            it.execute('UPDATE members.membership SET primary_id = ? WHERE person_id = ?', [primary, ticket.person])
            it.execute('UPDATE members.person SET primary_id = ? WHERE id = ?', [primary, ticket.person])
        }
    }
}
