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
import org.profbilet.contract.credential.CredentialStatus
import org.profbilet.contract.credential.CredentialText
import org.profbilet.credentials.MemberSessionOutcome.Opened
import org.profbilet.credentials.MemberSessionOutcome.Reason
import org.profbilet.credentials.MemberSessionOutcome.Refused
import org.profbilet.members.EndMembership
import org.profbilet.members.EndReason
import org.profbilet.organisations.Level

@MicronautTest(transactional = false)
class MemberPhoneSpec extends CredentialSpec {

    @Inject
    EndMembership endMembership

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

    def "a phone renews its credentials once a day, each time with a new entry"() {
        given:
        def phone = anActivePhone()

        when:
        def sameDay = ownTicket.renew(phone.person, phone.id)
        clock.advance(Duration.ofDays(8))
        def later = ownTicket.renew(phone.person, phone.id)

        then:
        sameDay.credentials() == phone.credentials
        statusOf(later.credentials().door()) != statusOf(phone.credentials.door())
        statusOf(later.credentials().member()) != statusOf(phone.credentials.member())
    }

    def "a former member, or one who withdrew her consent, gets no fresh credentials"() {
        given:
        def phone = anActivePhone()
        endMembership(phone.person)
        clock.advance(Duration.ofDays(1))

        expect:
        ownTicket.renew(phone.person, phone.id) == new RenewOutcome.Refused(NotEligible.NOT_A_MEMBER)
        ownTicket.show(phone.person).ended()
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
        !card.ended()
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

    private takeOffRecord(UUID person) {
        def chair = new Acting(union.chair, union.primary, Level.PRIMARY, Role.CHAIR)
        assert endMembership.end(chair, person, LocalDate.of(2026, 11, 20), EndReason.RESIGNED) == EndMembership.Outcome.ENDED
    }

    private static statusOf(String text) {
        CredentialText.parseUnproven(text).claims().status()
    }
}
