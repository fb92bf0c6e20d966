package org.profbilet.credentials

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.nio.file.Files
import java.nio.file.attribute.PosixFilePermissions
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

    def "two keys for credentials are published, now and next, and one for lists"() {
        expect:
        publishTrust.keySet().keys*.kid == ['k1', 'k2', 's1']
        publishTrust.keySet().keys.every { !it.containsKey('d') }
        issuerKeys.issuer().id() == 'k1'
        issuerKeys.pinned().id() == 'r1'
    }

    def "private keys are files that only their owner reads, and outlive the process"() {
        when:
        def again = new KeyFiles(new KeyDirectory(keys.toString()))

        then:
        Files.list(keys).filter { it.toString().endsWith('.jwk') }.toList().every {
            PosixFilePermissions.toString(Files.getPosixFilePermissions(it)) == 'rw-------'
        }
        again.published() == issuerKeys.published()
        again.issuer().key() == issuerKeys.issuer().key()
    }

    def "an operator names the next key to sign with and withdraws one"() {
        given:
        def directory = Files.createTempDirectory('rotated')
        new KeyFiles(new KeyDirectory(directory.toString()))
        Files.writeString(directory.resolve('signing'), 'k3\n')
        Files.writeString(directory.resolve('revoked'), 'k1\n')

        when:
        def rotated = new KeyFiles(new KeyDirectory(directory.toString()))

        then:
        rotated.issuer().id() == 'k3'
        rotated.published().keys()*.id() == ['k1', 'k2', 'k3', 's1']
        rotated.revoked() == ['k1']
    }

    def "without a directory for keys nothing is made"() {
        when:
        new KeyDirectory('')

        then:
        thrown(IllegalStateException)
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

    private BundleTrust bundle(BundleTrust known = null) {
        def outcome = BundleTrust.accept(publishTrust.bundle(), issuerKeys.pinned(), known, clock.instant())
        assert outcome instanceof BundleOutcome.Accepted
        outcome.trust()
    }

    private String qr(PhoneInHand phone) {
        CredentialText.parseUnproven(phone.credentials.door()).prove(HolderProof.at(clock.instant()), phone.doorKey).qrText()
    }
}
