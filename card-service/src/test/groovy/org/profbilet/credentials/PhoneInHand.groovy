package org.profbilet.credentials

import com.nimbusds.jose.JOSEObjectType
import com.nimbusds.jose.JWSAlgorithm
import com.nimbusds.jose.JWSHeader
import com.nimbusds.jose.JWSObject
import com.nimbusds.jose.Payload
import com.nimbusds.jose.crypto.ECDSASigner
import com.nimbusds.jose.jwk.Curve
import com.nimbusds.jose.jwk.ECKey
import com.nimbusds.jose.jwk.gen.ECKeyGenerator
import java.time.Instant
import java.time.LocalDate
import org.profbilet.contract.credential.DeviceKey

/** A phone: two keys of its own and, once activated, what was issued to it. */
class PhoneInHand {

    final UUID id = UUID.randomUUID()
    final ECKey doorKey = newKey()
    final ECKey memberKey = newKey()

    UUID person
    DeviceCredentials credentials

    static ECKey newKey() {
        new ECKeyGenerator(Curve.P_256).generate()
    }

    /** What the page sends after the slip was read; give what is typed otherwise. */
    ActivationRequest request(ActivationSlip slip, Instant now, Map typed = [:]) {
        new ActivationRequest(
                id,
                (String) (typed.ticketNumber ?: ''),
                (String) (typed.containsKey('offer') ? typed.offer : offer(slip)),
                (LocalDate) (typed.birthDate ?: CredentialSpec.BORN),
                (String) (typed.code ?: slip.code()),
                DeviceKey.of(doorKey),
                DeviceKey.of(memberKey),
                (String) (typed.doorProof ?: proof(doorKey, now)),
                (String) (typed.memberProof ?: proof(memberKey, now)),
                'Android')
    }

    static String offer(ActivationSlip slip) {
        slip.link().substring(slip.link().indexOf('#') + 1)
    }

    String sessionProof(Instant now) {
        proof(doorKey, now)
    }

    String proof(ECKey key, Instant now, Object issuer = id, String audience = CredentialSpec.ADDRESS) {
        def header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(JOSEObjectType.JWT).build()
        def statement = new JWSObject(header, new Payload([iss: issuer.toString(), aud: audience, iat: now.toEpochMilli()]))
        statement.sign(new ECDSASigner(key))
        statement.serialize()
    }
}
