package org.profbilet.credentials

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import io.micronaut.transaction.TransactionOperations
import jakarta.inject.Inject
import java.sql.Connection
import java.time.Duration
import java.time.LocalDate
import org.profbilet.access.Acting
import org.profbilet.access.NotYours
import org.profbilet.access.Role
import org.profbilet.access.RowScope
import org.profbilet.consents.Channel
import org.profbilet.consents.Evidence
import org.profbilet.consents.Purpose
import org.profbilet.consents.RecordPaperConsents
import org.profbilet.consents.RecordPaperConsents.Paper
import org.profbilet.consents.WithdrawConsent
import org.profbilet.contract.credential.CredentialStatus
import org.profbilet.contract.credential.CredentialText
import org.profbilet.credentials.MemberSessionOutcome.Opened
import org.profbilet.credentials.MemberSessionOutcome.Reason
import org.profbilet.credentials.MemberSessionOutcome.Refused
import org.profbilet.credentials.MemberCard.State
import org.profbilet.members.EndMembership
import org.profbilet.members.EndReason
import org.profbilet.members.UndoEnd
import org.profbilet.organisations.Level

@MicronautTest(transactional = false)
class MemberPhoneSpec extends CredentialSpec {

    @Inject
    EndMembership endMembership

    @Inject
    UndoEnd undoEnd

    @Inject
    WithdrawConsent withdrawConsent

    @Inject
    RecordPaperConsents recordPaperConsents

    @Inject
    OpenMemberSession openSession

    @Inject
    OwnTicket ownTicket

    @Inject
    RevokeDevice revokeDevice

    @Inject
    ResolveAtDoor resolveAtDoor

    @Inject
    RowScope rowScope

    @Inject
    TransactionOperations<Connection> transactions

    def "a phone speaks for its member by a proof of its key"() {
        given:
        def phone = anActivePhone()

        expect:
        openSession.open(phone.sessionProof(clock.instant())) == new Opened(phone.person, phone.id)
    }

    def "a proof serves once, and an older one never"() {
        given:
        def phone = anActivePhone()
        def proof = phone.sessionProof(clock.instant())
        openSession.open(proof)

        expect:
        openSession.open(proof) == new Refused(Reason.PROOF_REFUSED)
        openSession.open(phone.sessionProof(clock.instant().minusMillis(1))) == new Refused(Reason.PROOF_REFUSED)
        openSession.open(phone.sessionProof(clock.instant().plusMillis(1))) instanceof Opened
    }

    def "a proof that is #wrong is refused"() {
        given:
        def phone = anActivePhone()

        expect:
        openSession.open(proof(phone)) == new Refused(Reason.PROOF_REFUSED)

        where:
        wrong                     | proof
        'of an unknown phone'     | { new PhoneInHand().sessionProof(org.profbilet.testing.MutableClock.START) }
        'signed with another key' | { it.proof(it.memberKey, org.profbilet.testing.MutableClock.START) }
        'no proof'                | { 'abc' }
        'for no device'           | { it.proof(it.doorKey, org.profbilet.testing.MutableClock.START, 'somebody') }
    }

    def "a lost phone is silent at once, and what it holds is invalid"() {
        given:
        def phone = anActivePhone()

        when:
        def revoked = revokeDevice.byChair(union.chair, union.primary, phone.person)

        then:
        revoked == 1
        !ownTicket.isTrusted(phone.person, phone.id)
        openSession.open(phone.sessionProof(clock.instant())) == new Refused(Reason.DEVICE_REVOKED)
        ownTicket.renew(phone.person, phone.id) == new RenewOutcome.DeviceRevoked()
        statesOf(phone.person) == [1, 1]
    }

    def "a chair cannot end phones of another primary's members, by whatever primary she asks"() {
        given:
        def phone = anActivePhone()

        when:
        revokeDevice.byChair(union.otherChair, union[asked], phone.person)

        then:
        thrown(NotYours)
        statesOf(phone.person) == [0, 0]

        where:
        asked << ['primary', 'otherPrimary']
    }

    def "a member ends one of her phones and keeps the other"() {
        given:
        def person = aMember()
        def lost = anActivePhone(person)
        clock.advance(Duration.ofDays(1))
        def kept = anActivePhone(person)

        when:
        revokeDevice.byMember(person, lost.id)

        then:
        !ownTicket.isTrusted(person, lost.id)
        ownTicket.isTrusted(person, kept.id)
        statesOf(person) == [1, 1, 0, 0]
    }

    def "nobody ends a phone that is not hers"() {
        given:
        def phone = anActivePhone()

        when:
        revokeDevice.byMember(anActivePhone().person, phone.id)

        then:
        thrown(NotYours)
    }

    def "with the end of the membership all her tickets end, or with its failure none"() {
        given:
        def phone = anActivePhone()

        when:
        try {
            transactions.executeWrite {
                takeOffRecord(phone.person)
                throw new IllegalStateException('the rest failed')
            }
        } catch (IllegalStateException expected) {
            assert expected.message == 'the rest failed'
        }
        def afterFailure = statesOf(phone.person)
        takeOffRecord(phone.person)

        then:
        afterFailure == [0, 0]
        statesOf(phone.person) == [1, 1]
    }

    def "a phone keeps its credentials for a week and then gets others, with new entries"() {
        given:
        def phone = anActivePhone()
        clock.advance(Duration.ofDays(6))

        when:
        def sameWeek = ownTicket.renew(phone.person, phone.id)
        clock.advance(Duration.ofDays(1))
        def later = ownTicket.renew(phone.person, phone.id)

        then:
        sameWeek.credentials() == phone.credentials
        statusOf(later.credentials().door()) != statusOf(phone.credentials.door())
        statusOf(later.credentials().member()) != statusOf(phone.credentials.member())
    }

    def "the card of a former member stays on her phone and says since when, and is not renewed"() {
        given:
        def phone = anActivePhone()

        when:
        takeOffRecord(phone.person)
        def card = ownTicket.show(phone.person)

        then:
        card.state() == State.ENDED
        card.endedOn() == LocalDate.of(2026, 11, 20)
        openSession.open(phone.sessionProof(clock.instant())) instanceof Opened
        ownTicket.renew(phone.person, phone.id) == new RenewOutcome.Refused(NotEligible.NOT_A_MEMBER)
    }

    def "who comes back on record the same day gets a good credential, while the old one stays invalid"() {
        given:
        def phone = anActivePhone()
        takeOffRecord(phone.person)

        when:
        undoEnd.undo(acting(), phone.person)
        def renewed = ownTicket.renew(phone.person, phone.id)

        then:
        ownTicket.show(phone.person).state() == State.ACTIVE
        statusOf(renewed.credentials().door()) != statusOf(phone.credentials.door())
        statesOf(phone.person) == [1, 1, 0, 0]
    }

    def "without the consent to processing the ticket is suspended, and with it good again"() {
        given:
        def phone = anActivePhone()
        def person = phone.person

        when:
        withdrawConsent.electronically(person, Purpose.UNION_PROCESSING, [] as Set, Evidence.phone(phone.id, 'key'))
        def withdrawn = [ownTicket.show(person).state(), statesOf(person), ownTicket.renew(person, phone.id)]
        consentAgain(person)

        then:
        withdrawn == [State.SUSPENDED, [2, 2], new RenewOutcome.Refused(NotEligible.NO_CONSENT)]
        ownTicket.show(person).state() == State.ACTIVE
        statesOf(person) == [0, 0]
    }

    def "a consent that is given again makes nothing good that was ended for good"() {
        given:
        def phone = anActivePhone()
        revokeDevice.byMember(phone.person, phone.id)

        when:
        consentAgain(phone.person)

        then:
        statesOf(phone.person) == [1, 1]
    }

    def "whoever was given another name has it on her phone at its next word"() {
        given:
        def phone = anActivePhone()
        asSuperuser { it.execute("UPDATE members.person SET last_name = 'Яковлева' WHERE id = ?", [phone.person]) }

        when:
        def renewed = ownTicket.renew(phone.person, phone.id)

        then:
        CredentialText.parseUnproven(renewed.credentials().door()).claims().holder().initials().value() == 'ЯМП'
        renewed.credentials().member() == phone.credentials.member()
    }

    def "a member sees her phones, the newest first, and a lost one is no longer among them"() {
        given:
        def person = aMember()
        def lost = anActivePhone(person)
        clock.advance(Duration.ofDays(1))
        def kept = anActivePhone(person)
        openSession.open(kept.sessionProof(clock.instant()))

        when:
        def both = ownTicket.listPhones(person)
        revokeDevice.byMember(person, lost.id)

        then:
        both*.id() == [kept.id, lost.id]
        both*.name() == ['Android', 'Android']
        both*.lastProofAt() == [clock.millis(), 0L]
        ownTicket.listPhones(person)*.id() == [kept.id]
    }

    def "a member sees her own card with the territorial organisation to call"() {
        given:
        def phone = anActivePhone(aMember(lastName: 'Сидорова', firstName: 'Ольга', middleName: 'Павловна'))

        when:
        def card = ownTicket.show(phone.person)

        then:
        card.fullName() == 'Сидорова Ольга Павловна'
        card.unionName() == 'Центральный совет'
        card.help().name() == 'Казань'
        card.plasticStatus() == null
        card.state() == State.ACTIVE
    }

    def "a door learns whose credential it saw, and nobody outside of a meeting does"() {
        given:
        def phone = anActivePhone()
        def status = statusOf(phone.credentials.door())

        when:
        def outside = transactions.executeRead { resolveAtDoor.find(status) }
        def inside = transactions.executeRead {
            rowScope.meeting(UUID.randomUUID())
            resolveAtDoor.find(status)
        }
        def keys = transactions.executeRead {
            rowScope.meeting(UUID.randomUUID())
            resolveAtDoor.listDoorKeys([phone.person])
        }

        then:
        outside.empty
        inside.get().personId() == phone.person
        inside.get().status() == CredentialStatus.VALID
        keys*.doorX() == [phone.doorKey.x.toString()]
    }

    private Acting acting() {
        new Acting(union.chair, union.primary, Level.PRIMARY, Role.CHAIR)
    }

    private consentAgain(UUID person) {
        clock.advance(Duration.ofDays(1))
        def paper = new Paper(person, Purpose.UNION_PROCESSING, Channel.NONE, Days.today(clock))
        transactions.executeWrite {
            rowScope.primary(union.primary)
            assert recordPaperConsents.record(acting(), UUID.randomUUID(), [paper]).recorded() == 1
        }
    }

    private takeOffRecord(UUID person) {
        assert endMembership.end(acting(), person, LocalDate.of(2026, 11, 20), EndReason.RESIGNED) == EndMembership.Outcome.ENDED
    }

    private static statusOf(String text) {
        CredentialText.parseUnproven(text).claims().status()
    }
}
