package org.profbilet.meetings.quorum

import com.github.f4b6a3.uuid.UuidCreator
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.time.LocalDate
import org.profbilet.access.NotYours
import org.profbilet.contract.chair.BodyKind
import org.profbilet.contract.chair.MandateAct
import org.profbilet.contract.chair.MandateStanding
import org.profbilet.contract.chair.NewAllocation
import org.profbilet.contract.chair.NewAllocation.Rounding
import org.profbilet.contract.chair.NewBody
import org.profbilet.contract.chair.QuorumBase
import org.profbilet.contract.chair.QuorumShare

@MicronautTest(transactional = false)
class MandateCommissionSpec extends BodySpec {

    def "a conference decides with two thirds, a committee with more than half, unless the charter says otherwise"() {
        expect:
        shown(aConference()).share() == new QuorumShare(2, 3, false)
        shown(aConference(kind: BodyKind.COMMITTEE)).share() == new QuorumShare(1, 2, true)
        shown(aConference(share: new QuorumShare(3, 4, false))).share() == new QuorumShare(3, 4, false)
    }

    def "a share of more than all is refused, and the same request makes one body"() {
        given:
        def id = UuidCreator.timeOrderedEpoch
        def body = { new NewBody('Совет', BodyKind.COUNCIL, QuorumBase.CONFIRMED, it, null, false, null) }

        expect:
        create(id, body(new QuorumShare(3, 2, false))).get() == KeepBodies.Reason.SHARE_WRONG
        create(id, body(new QuorumShare(1, 1, true))).get() == KeepBodies.Reason.SHARE_WRONG
        create(id, body(null)).empty
        create(id, body(null)).empty
        create(id, body(new QuorumShare(1, 3, false))).get() == KeepBodies.Reason.IDEMPOTENCY_MISMATCH
    }

    def "seats are allotted by members on the day, and nobody sends more than she has"() {
        given:
        def body = aConference()
        def sender = union.primary
        def (first, second) = [aTicket(), aTicket()]

        when:
        keepBodies.allot(union.territorialStaff, body, new NewAllocation(1_000_000, 1, Rounding.DOWN, LocalDate.of(2026, 11, 1), 'постановление № 5'))

        then:
        with(shown(body)) {
            allocationDecision() == 'постановление № 5'
            seats()*.seats().unique() == [1]
            seats().find { it.organisationId() == sender }.members() >= 2
        }

        and:
        trySend(body, first).empty
        trySend(body, second).get() == SendDelegates.Reason.NO_SEAT_LEFT
        trySend([place: 1], body, second).empty
        sendDelegates.list(union.chair, body, sender).seats() == 1
    }

    def "only members on record on the day of the protocol are sent, and nobody twice, by whomever"() {
        given:
        def body = aConference()
        def member = aTicket()
        def foreign = aTicket(primary: union.otherPrimary)
        def id = UuidCreator.timeOrderedEpoch

        expect:
        trySend(body, foreign).get() == SendDelegates.Reason.NOT_ON_RECORD
        trySend([on: LocalDate.of(2009, 1, 1)], body, member).get() == SendDelegates.Reason.NOT_ON_RECORD
        trySend([id: id], body, member).empty
        trySend([id: id], body, member).empty
        trySend([id: id, place: 1], body, member).get() == SendDelegates.Reason.IDEMPOTENCY_MISMATCH
        trySend(body, member).get() == SendDelegates.Reason.ALREADY_SENT

        when:
        movedTo(member, union.otherPrimary)

        then:
        trySend([sender: union.otherPrimary], body, member).get() == SendDelegates.Reason.ALREADY_SENT
    }

    def "whoever sends sees her own delegates; the commission sees all"() {
        given:
        def body = aConference()
        sent(body, aTicket(lastName: 'Своя'))
        sent([sender: union.otherPrimary], body, aTicket(primary: union.otherPrimary, lastName: 'Чужая'))

        expect:
        sendDelegates.list(union.chair, body, union.primary).items()*.name() == ['Своя Мария Петровна']
        sendDelegates.list(union.otherChair, body, union.otherPrimary).items()*.name() == ['Чужая Мария Петровна']
        shown(body).mandates()*.name() as Set == ['Своя Мария Петровна', 'Чужая Мария Петровна'] as Set
    }

    def "a body is nobody else's: neither its commission nor a primary outside of it"() {
        given:
        def body = aConference()

        when:
        commission.show(union.chair, body)

        then:
        thrown(NotYours)

        when:
        def own = UuidCreator.timeOrderedEpoch
        keepBodies.create(union.otherChair, union.otherPrimary, own, new NewBody('Профком', BodyKind.COMMITTEE, QuorumBase.CONFIRMED, null, null, false, null))
        sendDelegates.list(union.chair, own, union.primary)

        then:
        thrown(NotYours)
    }

    def "a primary finds the bodies above it, to which it may send"() {
        given:
        def body = aConference(name: 'Отчётная конференция')

        expect:
        keepBodies.list(union.chair, union.primary).above().find { it.id() == body }.name() == 'Отчётная конференция'
        keepBodies.list(union.territorialStaff, union.local).own().find { it.id() == body }.organisation() == 'Казань'
    }

    def "mandates are confirmed in bulk and numbered by organisation and name; a rejected one may be confirmed later"() {
        given:
        def body = aConference()
        def (later, earlier) = [aTicket(lastName: 'Яковлева'), aTicket(lastName: 'Алексеева')]
        def rejected = sent(body, aTicket(lastName: 'Безпротокольная'))
        [later, earlier].each { sent(body, it) }
        decided(body, rejected, MandateAct.REJECT)

        when:
        confirmed(body)

        then:
        shown(body).mandates().findAll { it.number() }*.name() == ['Алексеева Мария Петровна', 'Яковлева Мария Петровна']
        shown(body).base() == 2

        when:
        confirmed(body, [rejected])

        then:
        shown(body).mandates().find { it.id() == rejected }.number() == 3
        shown(body).acts()*.act() == [MandateAct.REJECT, MandateAct.CONFIRM, MandateAct.CONFIRM]

        when:
        confirmed(body, [UuidCreator.timeOrderedEpoch])

        then:
        thrown(NotYours)
    }

    def "an alternate takes the place of a delegate in one act, in the order of alternates, and the base stays"() {
        given:
        def body = aConference()
        def mandate = sent(body, aTicket())
        confirmed(body)
        def second = sent([place: 2], body, aTicket())
        def first = sent([place: 1], body, aTicket())
        def foreign = sent([place: 1, sender: union.otherPrimary], body, aTicket(primary: union.otherPrimary))

        expect:
        decided(body, mandate, MandateAct.REPLACE).get() == MandateCommission.Reason.ALTERNATE_WRONG
        decided(body, mandate, MandateAct.REPLACE, foreign).get() == MandateCommission.Reason.ALTERNATE_WRONG
        decided(body, mandate, MandateAct.REPLACE, second).get() == MandateCommission.Reason.ALTERNATE_OUT_OF_ORDER
        decided(body, mandate, MandateAct.REPLACE, first).empty
        decided(body, mandate, MandateAct.REPLACE, second).get() == MandateCommission.Reason.STANDING_WRONG
        with(shown(body)) {
            base() == 1
            mandates().find { it.id() == mandate }.standing() == MandateStanding.REPLACED
            mandates().find { it.id() == first }.number() == 2
            with(acts().last()) { [act(), baseBefore(), baseAfter()] == [MandateAct.REPLACE, 1, 1] }
        }
    }

    def "only a decision lowers the base, and both figures are told"() {
        given:
        def body = aConference()
        def delegates = delegates(body, 3)

        when:
        decided(body, mandateOf(body, delegates[0]), MandateAct.WITHDRAW)

        then:
        with(shown(body).acts().last()) {
            [act(), number(), decision(), baseBefore(), baseAfter()] == [MandateAct.WITHDRAW, 1, 'решение пленума № 2', 3, 2]
        }
    }

    private Optional<KeepBodies.Reason> create(UUID id, NewBody body) {
        keepBodies.create(union.territorialStaff, union.local, id, body)
    }
}
