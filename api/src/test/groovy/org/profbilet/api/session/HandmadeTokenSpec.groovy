package org.profbilet.api.session

import com.github.f4b6a3.uuid.UuidCreator
import com.nimbusds.jose.JWSAlgorithm
import com.nimbusds.jose.JWSHeader
import com.nimbusds.jose.JWSObject
import com.nimbusds.jose.Payload
import com.nimbusds.jose.crypto.ECDSASigner
import com.nimbusds.jose.crypto.MACSigner
import com.nimbusds.jose.jwk.Curve
import com.nimbusds.jose.jwk.ECKey
import com.nimbusds.jose.jwk.gen.ECKeyGenerator
import com.nimbusds.jwt.JWTClaimsSet
import com.nimbusds.jwt.SignedJWT
import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.nio.charset.StandardCharsets
import org.profbilet.api.HttpSpec
import org.profbilet.api.rights.Contract
import org.profbilet.api.rights.Row
import org.profbilet.testing.Union

/**
 * What a stranger gets for knowing our ids, and what she gets for making tokens herself. Every row of
 * the first table ends with the request of the rightful chair, so that no row asks for what is not there.
 */
@MicronautTest(transactional = false)
class HandmadeTokenSpec extends HttpSpec {

    static final String SECRET = 'a secret for specifications only, long enough'

    static final Contract CONTRACT = new Contract()

    /** What exists in the primary of the school; made once. */
    static Map<String, Object> ids

    def setup() {
        ids = ids ?: everythingAPrimaryHas()
    }

    def "to the chair of another primary it is not there: #method #path"() {
        given:
        def ask = { String token, Object primary, Map<String, Object> known ->
            send(method, filled(path, known + [primary: primary]), body ? filled(body, known) : null, token,
                    ['Idempotency-Key': UUID.randomUUID().toString()])
        }
        def nobodys = ids.collectEntries { name, id -> [name, UUID.randomUUID()] }
        def tokens = [tokenOf('other-chair'), boasting(tokenOf('other-chair'))]
        def addresses = namesMore(path, body) ? [union.primary, union.otherPrimary] : [union.primary]

        when:
        def foreign = [tokens, addresses].combinations { token, address -> ask(token, address, ids) }
        def absent = ask(tokens[0], UUID.randomUUID(), nobodys)
        def own = ask(tokenOf('chair'), union.primary, ids)

        then:
        foreign*.status.every { it == 404 }
        foreign.collect { it.body - [requestId: it.body.requestId] }.unique() ==
                [absent.body - [requestId: absent.body.requestId]]
        !(own.status in [400, 401, 403, 404, 500])

        where:
        method   | path                                                                   | body
        'GET'    | '/v1/chair/primaries/{primary}'                                        | null
        'GET'    | '/v1/chair/primaries/{primary}/members'                                | null
        'GET'    | '/v1/chair/primaries/{primary}/members/{person}'                       | null
        'POST'   | '/v1/chair/primaries/{primary}/members'                                | NEWCOMER
        'POST'   | '/v1/chair/primaries/{primary}/members/{person}/activation-slip'       | [:]
        'POST'   | '/v1/chair/primaries/{primary}/members/{person}/activation-slip/sheet' | [:]
        'GET'    | '/v1/chair/primaries/{primary}/lists/template.xlsx'                    | null
        'GET'    | '/v1/chair/primaries/{primary}/lists/{plan}'                           | null
        'POST'   | '/v1/chair/primaries/{primary}/lists/{plan}/apply'                     | [onlyValid: true, samePerson: [], otherPerson: []]
        'GET'    | '/v1/chair/primaries/{primary}/consents?purpose=PARTNER'               | null
        'POST'   | '/v1/chair/primaries/{primary}/consents'                               | AGREEMENT
        'GET'    | '/v1/chair/primaries/{primary}/consents/sheets?purpose=PARTNER&personId={person}' | null
        'POST'   | '/v1/chair/primaries/{primary}/consents/withdrawals'                   | [personId: '{person}', purpose: 'PARTNER', channels: [], signedOn: '2026-11-20']
        'GET'    | '/v1/chair/primaries/{primary}/orders/eligibility'                     | null
        'GET'    | '/v1/chair/primaries/{primary}/orders'                                 | null
        'GET'    | '/v1/chair/primaries/{primary}/orders/{order}/paper'                   | null
        'POST'   | '/v1/chair/primaries/{primary}/orders'                                 | [mode: 'ONLY', personIds: ['{newcomer}']]
        'GET'    | '/v1/chair/primaries/{primary}/cards'                                  | null
        'GET'    | '/v1/chair/primaries/{primary}/cards/issue-sheet'                      | null
        'GET'    | '/v1/chair/primaries/{primary}/cards/{card}'                           | null
        'POST'   | '/v1/chair/primaries/{primary}/cards/issue'                            | [mode: 'ONLY', cardIds: ['{card}'], issuedOn: '2026-11-20']
        'POST'   | '/v1/chair/primaries/{primary}/cards/{card}/loss'                      | [:]
        'GET'    | '/v1/chair/meetings?organisationId={primary}'                          | null
        'POST'   | '/v1/chair/meetings?organisationId={primary}'                          | MEETING
        'GET'    | '/v1/chair/meetings/{meeting}'                                         | null
        'GET'    | '/v1/chair/meetings/{meeting}/scans'                                   | null
        'POST'   | '/v1/chair/meetings/{meeting}/invitations'                             | [door: 'Вход А']
        'DELETE' | '/v1/chair/meetings/{meeting}/devices/{device}'                        | null
        'DELETE' | '/v1/chair/primaries/{primary}/members/{person}/phones'                | null
        'POST'   | '/v1/chair/primaries/{primary}/members/{person}/end'                   | [on: '2026-11-01', reason: 'RESIGNED']
    }

    def "every address of a primary in the contract is as absent to her as one that never was: #row.name"() {
        given:
        def token = boasting(tokenOf('other-chair'))
        def ask = { UUID primary ->
            def request = CONTRACT.request(row, [primaryId: primary, personId: UUID.randomUUID(), now: clock.instant().toString()])
            send(row.method, request.path, request.body, token, request.headers)
        }

        when:
        def (foreign, absent) = [ask(union.primary), ask(UUID.randomUUID())]

        then:
        foreign.status == 404
        foreign.body - [requestId: foreign.body.requestId] == absent.body - [requestId: absent.body.requestId]

        where:
        row << Row.readAll().findAll { it.path.startsWith('/v1/chair/primaries/{primaryId}') }
    }

    def "offices are closed to a chair, whatever her token says of her role: #path"() {
        given:
        def organisations = [union.primary, union.otherPrimary, union.local, union.region, union.central]

        expect:
        organisations.every { get(filled(path, ids + [office: it]), boasting(tokenOf('other-chair'))).status == 404 }

        where:
        path << ['/v1/office/organisations/{office}',
                 '/v1/office/organisations/{office}/orders?state=ORDERED',
                 '/v1/office/organisations/{office}/batches',
                 '/v1/office/organisations/{office}/batches/waiting',
                 '/v1/office/organisations/{office}/batches/{order}/personalisation.csv']
    }

    def "a token that our server did not give is no token: #what"() {
        given:
        def hers = post('/v1/session', [login: 'other-chair', password: Union.PASSWORD])
        def keys = get('/.well-known/jwks.json')
        def token = forged(SignedJWT.parse(hers.body.accessToken), [refresh: refresh(hers), keys: keys])

        expect:
        get('/v1/session', hers.body.accessToken).status == 200
        [get('/v1/session', token), get("/v1/chair/primaries/${union.primary}", token),
         get("/v1/chair/primaries/${union.otherPrimary}", token)]*.problem == ['UNAUTHENTICATED'] * 3

        where:
        what                                 | forged
        'her organisation changed'           | { it, known -> altered(it, [organisation: ids.primary.toString()]) }
        'her role changed'                   | { it, known -> altered(it, [roles: ['STAFF', 'MEMBER', 'DOOR', 'CENTRAL']]) }
        'her account changed'                | { it, known -> altered(it, [sub: ids.chair.toString()]) }
        'no signature'                       | { it, known -> parts(it)[0..1].join('.') + '.' }
        'another secret'                     | { it, known -> signed(claims(it), 'the secret of somebody else, also long') }
        'no algorithm'                       | { it, known -> unsigned(claims(it), 'none') }
        'no algorithm, in capitals'          | { it, known -> unsigned(claims(it), 'NONE') }
        'the published key as a secret'      | { it, known -> signed(claims(it), known.keys.bytes) }
        'the published coordinates as one'   | { it, known -> signed(claims(it), keyIn(known.keys).x.toString()) }
        'the published key in DER as one'    | { it, known -> signed(claims(it), keyIn(known.keys).toECPublicKey().encoded) }
        'a key of her own inside'            | { it, known -> withOwnKey(claims(it)) }
        'expired a minute ago'               | { it, known -> signed(claims(it) + [exp: now() - 60, nbf: now() - 700, iat: now() - 700]) }
        'not valid yet'                      | { it, known -> signed(claims(it) + [nbf: now() + 600]) }
        'of another union'                   | { it, known -> signed(claims(it) + [iss: 'https://bilet.example']) }
        'of no union'                        | { it, known -> signed(claims(it).findAll { it.key != 'iss' }) }
        'of a session that never was'        | { it, known -> signed(claims(it) + [sid: UUID.randomUUID().toString()]) }
        'of no session'                      | { it, known -> signed(claims(it).findAll { it.key != 'sid' }) }
        'the refresh token'                  | { it, known -> known.refresh }
        'the proof of a phone'               | { it, known -> withOwnKey([iss: ids.device.toString(), iat: now()]) }
    }

    def "her own token, made by hand with the server's secret, opens her own and nothing else"() {
        given:
        def token = boasting(tokenOf('other-chair'))

        expect:
        get("/v1/chair/primaries/${union.otherPrimary}", token).status == 200
        get('/v1/session', token).body.appointments*.organisationId == [union.otherPrimary.toString()]
    }

    static final Map NEWCOMER = [
            lastName: 'Пришелец', firstName: 'Ада', birthDate: '1985-04-03', sex: 'F', category: 'WORKING',
            engagement: 'MAIN', joinedUnion: '2010', registeredOn: '2020-09-01']
    static final Map AGREEMENT = [
            purpose: 'PARTNER', channels: [], given: true, signedOn: '2026-11-20', mode: 'ONLY', personIds: ['{person}']]
    static final Map MEETING = [
            title: 'Собрание', kind: 'OPEN', opensAt: '2026-11-20T06:00:00Z', closesAt: '2026-11-20T12:00:00Z', invited: []]

    private Map<String, Object> everythingAPrimaryHas() {
        def chair = tokenOf('chair')
        def own = "/v1/chair/primaries/${union.primary}"
        def person = aMember(union.primary)
        def order = post("$own/orders", [mode: 'ONLY', personIds: [person]], chair, once()).body.id
        def meeting = post("/v1/chair/meetings?organisationId=${union.primary}", MEETING, chair, once()).body.id
        def code = post("/v1/chair/meetings/$meeting/invitations", [door: 'Вход А'], chair, once()).body.qr.split('#')[1]
        def phone = new ECKeyGenerator(Curve.P_256).generate()
        def device = post('/v1/scanner/devices/enrol', [
                code: code, name: 'Телефон', proof: enrolment(phone, code),
                publicKeyJwk: [kty: 'EC', crv: 'P-256', x: phone.x.toString(), y: phone.y.toString()]]).body
        def made = [
                primary: union.primary, chair: union.chair, person: person, newcomer: aMember(union.primary), order: order,
                card: get("$own/cards", chair).body[0].id, plan: aPlan(own, chair), meeting: meeting,
                device: device.deviceId, list: device.lists[0].id]
        assert made.values().every()
        made
    }

    private String aPlan(String own, String chair) {
        def file = HandmadeTokenSpec.getResourceAsStream('/lists/members-school-52.csv').bytes
        def start = '--line\r\nContent-Disposition: form-data; name="file"; filename="list.csv"\r\n\r\n'
        def form = [start.bytes, file, '\r\n--line--\r\n'.bytes].inject(new ByteArrayOutputStream()) { all, part ->
            all.write(part)
            all
        }
        post("$own/lists", form.toByteArray(), chair, once() + ['content-type': 'multipart/form-data; boundary=line']).body.id
    }

    private String enrolment(ECKey key, String code) {
        def proof = new JWSObject(new JWSHeader(JWSAlgorithm.ES256), new Payload(JsonOutput.toJson(
                [iss: code, aud: context.getRequiredProperty('profbilet.public-url', String), iat: clock.millis()])))
        proof.sign(new ECDSASigner(key))
        proof.serialize()
    }

    /** Her own token, and beside what is true all that a stranger might wish to be true. */
    private String boasting(String token) {
        signed(claims(SignedJWT.parse(token)) + [
                organisation: union.primary, organisationId: union.primary, primaryId: union.primary, level: 'CENTRAL',
                role: 'CHAIR', scope: union.primary, appointments: [[organisationId: union.primary, role: 'CHAIR']]]
                .collectEntries { name, value -> [name, value instanceof UUID ? value.toString() : value] })
    }

    private static boolean namesMore(String path, Object body) {
        (path + JsonOutput.toJson(body)).replace('{primary}', '') =~ /\{\w+\}/ && path.contains('{primary}')
    }

    private static String filled(String path, Map<String, Object> known) {
        known.inject(path) { text, name, id -> text.replace("{$name}", id.toString()) }
    }

    private static Object filled(Map body, Map<String, Object> known) {
        new JsonSlurper().parseText(filled(JsonOutput.toJson(body), known))
    }

    private static List<String> parts(SignedJWT token) {
        token.serialize().split(/\./).toList()
    }

    private static Map<String, Object> claims(SignedJWT token) {
        token.payload.toJSONObject()
    }

    private static String altered(SignedJWT token, Map<String, Object> changes) {
        [parts(token)[0], encoded(JsonOutput.toJson(claims(token) + changes)), parts(token)[2]].join('.')
    }

    private static String unsigned(Map<String, Object> claims, String algorithm) {
        encoded(JsonOutput.toJson([alg: algorithm, typ: 'JWT'])) + '.' + encoded(JsonOutput.toJson(claims)) + '.'
    }

    private static String signed(Map<String, Object> claims, Object secret = SECRET) {
        def bytes = secret instanceof byte[] ? secret : secret.toString().getBytes(StandardCharsets.UTF_8)
        def token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), JWTClaimsSet.parse(claims))
        token.sign(new MACSigner((byte[]) bytes))
        token.serialize()
    }

    private static String withOwnKey(Map<String, Object> claims) {
        def key = new ECKeyGenerator(Curve.P_256).generate()
        def token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).jwk(key.toPublicJWK()).build(), JWTClaimsSet.parse(claims))
        token.sign(new ECDSASigner(key))
        token.serialize()
    }

    private static String encoded(String text) {
        Base64.urlEncoder.withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8))
    }

    private static ECKey keyIn(Answer keys) {
        ECKey.parse(JsonOutput.toJson(keys.body.keys[0]))
    }

    private static String refresh(Answer answer) {
        answer.header('set-cookie').takeBefore(';').takeAfter('=')
    }

    private static long now() {
        System.currentTimeMillis().intdiv(1000)
    }

    private static Map<String, String> once() {
        ['Idempotency-Key': UuidCreator.timeOrderedEpoch.toString()]
    }
}
