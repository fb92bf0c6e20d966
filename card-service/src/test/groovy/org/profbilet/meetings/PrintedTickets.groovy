package org.profbilet.meetings

import com.nimbusds.jose.jwk.Curve
import com.nimbusds.jose.jwk.ECKey
import com.nimbusds.jose.jwk.gen.ECKeyGenerator
import io.micronaut.context.annotation.Requires
import jakarta.inject.Singleton
import java.time.Instant
import java.util.concurrent.ConcurrentHashMap
import org.profbilet.contract.credential.CardSerial
import org.profbilet.contract.credential.CredentialStatus
import org.profbilet.contract.credential.DeviceKey
import org.profbilet.contract.credential.Es256
import org.profbilet.contract.credential.PlasticCode
import org.profbilet.contract.credential.PublicAddress
import org.profbilet.contract.credential.StatusAnswer
import org.profbilet.contract.credential.StatusReference
import org.profbilet.contract.credential.TicketNumber
import org.profbilet.contract.credential.TrustSource
import org.profbilet.testing.MutableClock

/** What the union has printed and signed. */
@Singleton
@Requires(property = 'profbilet.test')
class PrintedTickets implements TicketSecrets, TrustSource {

    static final PublicAddress ADDRESS = new PublicAddress('https://t.example')

    final ECKey issuerKey = new ECKeyGenerator(Curve.P_256).keyID('k1').generate()
    final Map<StatusReference, CredentialStatus> states = new ConcurrentHashMap<>()
    final Map<String, PlasticCode> codes = new ConcurrentHashMap<>()
    final Map<UUID, String> phones = new ConcurrentHashMap<>()
    private final MutableClock clock

    PrintedTickets(MutableClock clock) {
        this.clock = clock
    }

    PlasticCode plastic(String ticket, String serial) {
        codes.computeIfAbsent(ticket + serial) {
            PlasticCode.random(new TicketNumber(ticket), new CardSerial(serial), new java.security.SecureRandom())
        }
    }

    @Override
    boolean isGenuine(PlasticCode code) {
        codes[code.ticket().value() + code.serial().value()] == code
    }

    @Override
    String tokenOf(String ticketNumber, String serial) {
        plastic(ticketNumber, serial).token()
    }

    @Override
    List<TicketSecrets.PhoneSecret> phonesOf(Collection<UUID> people) {
        phones.findAll { it.key in people }.collect { new TicketSecrets.PhoneSecret(it.key, it.value) }
    }

    @Override
    String sign(String type, String json) {
        def header = /{"alg":"ES256","kid":"r1","typ":"$type"}/.toString()
        Es256.signingInput(header, json) + '.' + Es256.sign(header, json, issuerKey)
    }

    @Override
    Instant notBefore() {
        Instant.EPOCH
    }

    @Override
    boolean isOurs(PublicAddress issuer) {
        issuer == ADDRESS
    }

    @Override
    int leastProfile() {
        0x11
    }

    @Override
    Optional<DeviceKey> findIssuerKey(int keyNumber) {
        keyNumber == 1 ? Optional.of(DeviceKey.of(issuerKey)) : Optional.empty()
    }

    @Override
    boolean isRevoked(int keyNumber) {
        false
    }

    @Override
    Optional<StatusAnswer> findStatus(PublicAddress issuer, StatusReference reference) {
        Optional.of(new StatusAnswer(states[reference] ?: CredentialStatus.VALID, clock.instant()))
    }
}
