package org.profbilet.api.member

import com.nimbusds.jose.jwk.ECKey
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.time.Duration
import org.profbilet.api.HttpSpec
import org.profbilet.contract.credential.CredentialText
import org.profbilet.contract.credential.CredentialVerifier
import org.profbilet.contract.credential.DeviceKey
import org.profbilet.contract.credential.DoorExpectation
import org.profbilet.contract.credential.HolderProof
import org.profbilet.contract.credential.Verification.Verified
import org.profbilet.contract.trust.BundleOutcome
import org.profbilet.contract.trust.BundleTrust
import org.profbilet.credentials.IssuerKeys
import org.profbilet.credentials.PhoneInHand

/** The way of a ticket onto a phone, as a page or an app goes it over HTTP. */
@MicronautTest(transactional = false)
class TicketOnPhoneSpec extends HttpSpec {

    def "from the chair's slip to a code that a door takes without a network"() {
        given:
        def person = aMember(union.primary, lastName: 'Петрова', firstName: 'Анна')
        def phone = new PhoneInHand()

        when:
        def activated = activate(slipFor(person).body, phone)
        def credential = CredentialText.parseUnproven(activated.body.credentials.door)
        def qr = credential.prove(HolderProof.at(clock.instant()), phone.doorKey).qrText()

        then:
        activated.status == 200
        activated.body.deviceId == phone.id.toString()
        activated.body.card.fullName == 'Петрова Анна Петровна'
        activated.body.card.status == 'ACTIVE'
        activated.body.card.plastic == null
        new CredentialVerifier(bundle()).verify(qr, DoorExpectation.ofEvent(1), clock.instant()) instanceof Verified
    }

    def "a phone opens its session, shows the card and renews its credentials"() {
        given:
        def phone = anActivePhone()
        def token = sessionOf(phone)

        when:
        def card = get('/v1/member/card', token)
        clock.advance(Duration.ofDays(8))
        def renewed = post('/v1/member/credentials', [:], sessionOf(phone))

        then:
        card.body.organisationName == 'ППО школы № 17'
        card.body.helpName == 'Казань'
        renewed.status == 200
        CredentialText.parseUnproven(renewed.body.credentials.member).claims().device() == DeviceKey.of(phone.memberKey)
    }

    def "a proof that was used, and one of a stranger, open nothing"() {
        given:
        def phone = anActivePhone()
        def used = proof(phone)
        post('/v1/member/session', [proof: used])

        expect:
        post('/v1/member/session', [proof: used]).problem == 'UNAUTHENTICATED'
        post('/v1/member/session', [proof: proof(new PhoneInHand())]).problem == 'UNAUTHENTICATED'
        post('/v1/member/session', [proof: '']).problem == 'VALIDATION'
    }

    def "a phone that its member forgot is silent at once, with a good token too"() {
        given:
        def phone = anActivePhone()
        def token = sessionOf(phone)

        when:
        def forgotten = delete('/v1/member/session', token)

        then:
        forgotten.status == 204
        get('/v1/member/card', token).problem == 'DEVICE_REVOKED'
        post('/v1/member/session', [proof: later(phone)]).problem == 'DEVICE_REVOKED'
    }

    def "a chair ends the phones of her member, and of nobody else's"() {
        given:
        def phone = anActivePhone()
        def path = { primary -> "/v1/chair/primaries/$primary/members/${phone.person}/phones".toString() }

        when:
        def foreign = delete(path(union.primary), tokenOf('other-chair'))
        def before = get('/v1/member/card', sessionOf(phone))
        def own = delete(path(union.primary), tokenOf('chair'))

        then:
        foreign.problem == 'NOT_FOUND'
        before.status == 200
        own.status == 204
        post('/v1/member/session', [proof: later(phone)]).problem == 'DEVICE_REVOKED'
    }

    def "whatever is wrong with an activation, the answer is the same"() {
        given:
        def slip = slipFor(aMember(union.primary)).body
        def phone = new PhoneInHand()

        expect:
        activate(slip + wrong, phone, birthDate).problem == 'ACTIVATION_REFUSED'

        where:
        wrong                                    | birthDate
        [code: '00000000']                       | '1980-02-01'
        [:]                                      | '1980-02-02'
        [link: 'HTTP://LOCALHOST/A#UNKNOWN']      | '1980-02-01'
    }

    def "a request that is filled in wrongly is told so, without its values"() {
        given:
        def slip = slipFor(aMember(union.primary)).body

        when:
        def answer = activate(slip + [code: '1234'], new PhoneInHand())

        then:
        answer.problem == 'VALIDATION'
        !new String(answer.bytes, 'UTF-8').contains('1234')
    }

    def "a key that is no point of the curve is refused"() {
        given:
        def slip = slipFor(aMember(union.primary)).body
        def phone = new PhoneInHand()

        expect:
        activate(slip, phone, '1980-02-01', [doorKey: jwk(phone.doorKey) + [y: 'A' * 43]]).problem == 'VALIDATION'
    }

    def "the same activation again gets the same answer, another one under its key is refused"() {
        given:
        def slip = slipFor(aMember(union.primary)).body
        def other = slipFor(aMember(union.primary)).body
        def phone = new PhoneInHand()

        when:
        def first = activate(slip, phone)
        def again = activate(slip, phone)

        then:
        again.body == first.body
        activate(other, phone).problem == 'IDEMPOTENCY_MISMATCH'
    }

    def "who asks for a code learns nothing from the answer"() {
        expect:
        post('/v1/open/activations/codes', [ticketNumber: '9999999999', birthDate: '1980-02-01']).status == 202
        post('/v1/open/activations/codes', [ticketNumber: slipFor(aMember(union.primary)).body.ticketNumber, birthDate: '1980-02-01']).status == 202
    }

    def "a slip is refused to another chair, without consent, and without a key"() {
        given:
        def person = aMember(union.primary)
        def silent = aMember(union.primary, consents: [:])

        expect:
        slipFor(person, 'other-chair').problem == 'NOT_FOUND'
        slipFor(silent).problem == 'TICKET_NO_CONSENT'
        post("/v1/chair/primaries/${union.primary}/members/$person/activation-slip", [:], tokenOf('chair')).problem == 'VALIDATION'
    }

    def "the sheet of paper is a PDF that no browser keeps"() {
        given:
        def person = aMember(union.primary)

        when:
        def sheet = post("/v1/chair/primaries/${union.primary}/members/$person/activation-slip/sheet", [:], tokenOf('chair'),
                ['Idempotency-Key': UUID.randomUUID().toString(), 'Accept': 'application/pdf'])

        then:
        sheet.status == 200
        sheet.header('content-type').startsWith('application/pdf')
        sheet.header('cache-control') == 'no-store'
        new String(sheet.bytes, 0, 5, 'US-ASCII') == '%PDF-'
    }

    def "anybody reads the keys, the lists and the bundle, and asks whether they are still the same"() {
        when:
        def keys = get('/.well-known/jwks.json')
        def list = get('/sl/1')
        def bundle = get('/.well-known/epb/bundle')
        def again = send('GET', '/.well-known/epb/bundle', null, null, ['If-None-Match': bundle.header('etag')])

        then:
        keys.body.keys*.kid == ['k1', 'k2', 's1']
        list.header('content-type').startsWith('application/statuslist+jwt')
        bundle.header('content-type').startsWith('application/epb-bundle+jwt')
        again.status == 304
        get('/sl/2').problem == 'NOT_FOUND'
    }

    def "a member's token opens nothing of the chair's, and the chair's nothing of the member's"() {
        given:
        def phone = anActivePhone()

        expect:
        get("/v1/chair/primaries/${union.primary}", sessionOf(phone)).problem == 'FORBIDDEN'
        get('/v1/member/card', tokenOf('chair')).problem == 'FORBIDDEN'
        get('/v1/member/card').problem == 'UNAUTHENTICATED'
    }

    private PhoneInHand anActivePhone() {
        def phone = new PhoneInHand()
        phone.person = aMember(union.primary)
        assert activate(slipFor(phone.person).body, phone).status == 200
        phone
    }

    private Answer slipFor(UUID person, String login = 'chair') {
        post("/v1/chair/primaries/${union.primary}/members/$person/activation-slip", [:], tokenOf(login),
                ['Idempotency-Key': UUID.randomUUID().toString()])
    }

    private Answer activate(Map slip, PhoneInHand phone, String birthDate = '1980-02-01', Map changes = [:]) {
        post('/v1/open/activations', [
                offer: slip.link.substring(slip.link.indexOf('#') + 1), ticketNumber: '', birthDate: birthDate, code: slip.code,
                doorKey: jwk(phone.doorKey), memberKey: jwk(phone.memberKey),
                doorProof: proof(phone, phone.doorKey), memberProof: proof(phone, phone.memberKey),
                deviceName: 'Android'] + changes, null, ['Idempotency-Key': phone.id.toString()])
    }

    private String proof(PhoneInHand phone, ECKey key = phone.doorKey) {
        phone.proof(key, clock.instant(), phone.id, context.getRequiredProperty('profbilet.public-url', String))
    }

    private String later(PhoneInHand phone) {
        clock.advance(Duration.ofMillis(1))
        proof(phone)
    }

    private static Map jwk(ECKey key) {
        [kty: 'EC', crv: 'P-256', x: key.x.toString(), y: key.y.toString()]
    }

    private String sessionOf(PhoneInHand phone) {
        clock.advance(Duration.ofMillis(1))
        post('/v1/member/session', [proof: proof(phone)]).body.accessToken
    }

    private BundleTrust bundle() {
        def root = context.getBean(IssuerKeys).pinned()
        def text = new String(get('/.well-known/epb/bundle').bytes, 'US-ASCII')
        ((BundleOutcome.Accepted) BundleTrust.accept(text, root, null, clock.instant())).trust()
    }
}
