package org.profbilet.credentials

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.time.Duration
import org.profbilet.contract.credential.CheckStep
import org.profbilet.contract.credential.CredentialText
import org.profbilet.contract.credential.CredentialVerifier
import org.profbilet.contract.credential.DoorExpectation
import org.profbilet.contract.credential.HolderProof
import org.profbilet.contract.credential.RefusalReason
import org.profbilet.contract.credential.Verification.Refused
import org.profbilet.contract.credential.Verification.Verified
import org.profbilet.contract.trust.BundleOutcome
import org.profbilet.contract.trust.BundleTrust

@MicronautTest(transactional = false)
class PublishTrustSpec extends CredentialSpec {

    static final DoorExpectation DOOR = DoorExpectation.ofEvent(1)

    @Inject
    PublishTrust publishTrust

    @Inject
    IssuerKeys issuerKeys

    @Inject
    OwnTicket ownTicket

    @Inject
    RevokeDevice revokeDevice

    @Inject
    ServerTrust serverTrust

    @Inject
    PlasticCodes plasticCodes

    def "a door with nothing but the bundle takes a member's phone"() {
        given:
        def phone = anActivePhone()

        expect:
        new CredentialVerifier(bundle()).verify(qr(phone), DOOR, clock.instant()) instanceof Verified
        new CredentialVerifier(serverTrust).verify(qr(phone), DOOR, clock.instant()) instanceof Verified
    }

    def "a lost phone is refused by the server at once and by doors with the next bundle"() {
        given:
        def phone = anActivePhone()
        def older = bundle()
        revokeDevice.byMember(phone.person, phone.id)
        def revoked = new Refused(RefusalReason.CARD_REVOKED, CheckStep.STATUS)

        when:
        def atServer = new CredentialVerifier(serverTrust).verify(qr(phone), DOOR, clock.instant())
        clock.advance(Duration.ofMinutes(5))
        def newer = bundle(older)

        then:
        atServer == revoked
        new CredentialVerifier(older).verify(qr(phone), DOOR, clock.instant()) instanceof Verified
        new CredentialVerifier(newer).verify(qr(phone), DOOR, clock.instant()) == revoked
    }

    def "a list is signed anew at most every five minutes, when it changed, and every hour in any case"() {
        given:
        def first = publishTrust.statusList(1).get()

        when:
        def phone = anActivePhone()
        revokeDevice.byMember(phone.person, phone.id)
        clock.advance(Duration.ofMinutes(4))
        def tooSoon = publishTrust.statusList(1).get()
        clock.advance(Duration.ofMinutes(1))
        def changed = publishTrust.statusList(1).get()
        clock.advance(Duration.ofMinutes(59))
        def unchanged = publishTrust.statusList(1).get()
        clock.advance(Duration.ofMinutes(1))
        def hourly = publishTrust.statusList(1).get()

        then:
        tooSoon == first
        changed != first
        unchanged == changed
        hourly != changed
    }

    def "the bundle stays the same while its lists do"() {
        given:
        def first = publishTrust.bundle()
        clock.advance(Duration.ofMinutes(1))

        expect:
        publishTrust.bundle() == first
    }

    def "there is no list that was never opened"() {
        expect:
        publishTrust.statusList(2).empty
    }

    def "the bundle is signed anew when a key was withdrawn, and what that key had signed is refused"() {
        given:
        def phone = anActivePhone()
        def older = bundle()
        clock.advance(Duration.ofSeconds(1))

        when:
        rotation().revoke(issuerKeys.issuer().id())
        def newer = bundle(older)

        then:
        new CredentialVerifier(newer).verify(qr(phone), DOOR, clock.instant()) ==
                new Refused(RefusalReason.CREDENTIAL_BAD_SIGNATURE, CheckStep.ISSUER_KEY)
    }

    def "a phone whose credential was signed by a withdrawn key gets another one at its next word"() {
        given:
        def phone = anActivePhone()
        rotation().revoke(issuerKeys.issuer().id())

        when:
        phone.credentials = ownTicket.renew(phone.person, phone.id).credentials()

        then:
        new CredentialVerifier(bundle()).verify(qr(phone), DOOR, clock.instant()) instanceof Verified
    }

    def "a phone keeps its credential over a rotation"() {
        given:
        def phone = anActivePhone()

        when:
        rotation().rotate(true)

        then:
        new CredentialVerifier(bundle()).verify(qr(phone), DOOR, clock.instant()) instanceof Verified
        ownTicket.renew(phone.person, phone.id).credentials() == phone.credentials
    }

    def "the code of a plastic copy is always the same and cannot be made up"() {
        given:
        def slip = aSlipFor(aMember())
        def ticket = new org.profbilet.contract.credential.TicketNumber(slip.ticketNumber())
        def serial = org.profbilet.contract.credential.CardSerial.of(1)
        def code = plasticCodes.of(ticket, serial)
        def next = plasticCodes.of(ticket, org.profbilet.contract.credential.CardSerial.of(2))
        def madeUp = org.profbilet.contract.credential.PlasticCode.random(ticket, serial, new java.security.SecureRandom())

        expect:
        plasticCodes.of(ticket, serial) == code
        plasticCodes.isGenuine(code)
        next.token() != code.token()
        !plasticCodes.isGenuine(madeUp)
    }

    private RotateKeys rotation() {
        RotateKeys.in(keys, '', '', clock)
    }

    private BundleTrust bundle(BundleTrust known = null) {
        def outcome = BundleTrust.accept(publishTrust.bundle(), issuerKeys.pinned(), known, clock.instant())
        assert outcome instanceof BundleOutcome.Accepted
        outcome.trust()
    }

    private String qr(PhoneInHand phone) {
        CredentialText.parseUnproven(phone.credentials.door()).prove(HolderProof.at(clock.instant()), phone.doorKey).qrText()
    }
}
