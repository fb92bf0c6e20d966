package org.profbilet.api.member

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.time.Duration
import org.profbilet.api.HttpSpec
import org.profbilet.contract.credential.DeviceKey
import org.profbilet.credentials.PhoneInHand

/** What a member decides about her own data from her own phone, over HTTP. */
@MicronautTest(transactional = false)
class OwnConsentsSpec extends HttpSpec {

    def "she reads the words, agrees by one channel, withdraws it, and sees the history"() {
        given:
        def phone = anActivePhone()
        def token = sessionOf(phone)
        def text = get('/v1/member/consents/texts/MESSAGES', token).body

        when:
        def given = post('/v1/member/consents', [channels: ['EMAIL'], textVersion: text.version], token)
        def otherText = post('/v1/member/consents', [channels: ['SMS'], textVersion: '2020-3/3'], token)
        def blind = post('/v1/member/consents', [channels: ['SMS']], token)
        clock.advance(Duration.ofMinutes(1))
        def withdrawn = post('/v1/member/consents/withdrawals', [purpose: 'MESSAGES', channels: ['EMAIL']], token)
        def history = get('/v1/member/consents/history', token).body.lines

        then:
        text.body.contains('SMS-сообщения')
        given.body.lines.find { it.channel == 'EMAIL' }.state == 'GIVEN'
        otherText.problem == 'CONSENT_OTHER_TEXT'
        blind.problem == 'VALIDATION'
        withdrawn.body.lines.find { it.channel == 'EMAIL' }.state == 'WITHDRAWN'
        def own = history.findAll { it.form == 'ELECTRONIC' }
        own.collect { [it.channel, it.state, it.evidence, it.textVersion] } == [['EMAIL', 'WITHDRAWN', 'PHONE', '2025-3'], ['EMAIL', 'GIVEN', 'PHONE', '2025-3']]
        own*.textSha256.toSet() == [text.sha256] as Set
        asSuperuser { it.rows("SELECT device_id, device_key FROM consents.decision WHERE person_id = ? AND form = 'ELECTRONIC'", [phone.person]) }
                .collect { [it.device_id, it.device_key] }.toSet() == [[phone.id, DeviceKey.of(phone.doorKey).thumbprint()]] as Set
    }

    def "she takes a copy of her data with her, to read and for programs"() {
        given:
        def phone = anActivePhone()
        def token = sessionOf(phone)

        when:
        def copy = get('/v1/member/data-copy', token)
        def paper = get('/v1/member/data-copy.pdf', token)

        then:
        copy.body.sections*.code.containsAll(['person', 'memberships', 'consents', 'phones'])
        copy.body.sections.find { it.code == 'person' }.lines.find { it.name == 'Фамилия' }.value == 'Иванова'
        new String(paper.bytes, 0, 5, 'US-ASCII') == '%PDF-'
        paper.header('cache-control') == 'no-store'
    }

    private PhoneInHand anActivePhone() {
        def phone = new PhoneInHand()
        phone.person = aMember(union.primary)
        def slip = post("/v1/chair/primaries/${union.primary}/members/${phone.person}/activation-slip", [:], tokenOf('chair'),
                ['Idempotency-Key': UUID.randomUUID().toString()]).body
        def activated = post('/v1/open/activations', [
                offer: slip.link.substring(slip.link.indexOf('#') + 1), ticketNumber: '', birthDate: '1980-02-01', code: slip.code,
                doorKey: jwk(phone.doorKey), memberKey: jwk(phone.memberKey),
                doorProof: proof(phone, phone.doorKey), memberProof: proof(phone, phone.memberKey), deviceName: 'Android'],
                null, ['Idempotency-Key': phone.id.toString()])
        assert activated.status == 200
        phone
    }

    private String sessionOf(PhoneInHand phone) {
        clock.advance(Duration.ofMillis(1))
        post('/v1/member/session', [proof: proof(phone, phone.doorKey)]).body.accessToken
    }

    private String proof(PhoneInHand phone, key) {
        phone.proof(key, clock.instant(), phone.id, context.getRequiredProperty('profbilet.public-url', String))
    }

    private static Map jwk(key) {
        [kty: 'EC', crv: 'P-256', x: key.x.toString(), y: key.y.toString()]
    }
}
