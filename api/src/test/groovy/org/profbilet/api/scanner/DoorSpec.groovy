package org.profbilet.api.scanner

import com.github.f4b6a3.uuid.UuidCreator
import com.nimbusds.jose.JWSAlgorithm
import com.nimbusds.jose.JWSHeader
import com.nimbusds.jose.JWSObject
import com.nimbusds.jose.Payload
import com.nimbusds.jose.crypto.ECDSASigner
import com.nimbusds.jose.jwk.Curve
import com.nimbusds.jose.jwk.ECKey
import com.nimbusds.jose.jwk.gen.ECKeyGenerator
import groovy.json.JsonOutput
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.time.Duration
import java.time.Instant
import org.profbilet.api.HttpSpec
import org.profbilet.contract.credential.CardSerial
import org.profbilet.contract.credential.PublicAddress
import org.profbilet.contract.credential.TicketNumber
import org.profbilet.credentials.PlasticCodes

@MicronautTest(transactional = false)
class DoorSpec extends HttpSpec {

    @Inject
    PlasticCodes plasticCodes

    @Inject
    PublicAddress address

    String chair

    def setup() {
        chair = tokenOf('chair')
    }

    def "a chair calls a meeting, a volunteer's phone is invited and scans: green, then blue"() {
        given:
        def card = aCard()
        def meeting = aMeeting()
        def phone = aPhone(meeting.id, 'Вход А')

        when:
        def first = scan(phone, card)
        def second = scan(phone, card)

        then:
        first.status == 200
        first.body.outcome == 'ADMITTED'
        first.body.person.shortName == 'Иванова М. П.'
        second.body.outcome == 'DUPLICATE'
        second.body.message ==~ /Вход уже отмечен в \d\d:\d\d, Вход А/
        second.body.first.door == 'Вход А'
        with(get("/v1/chair/meetings/$meeting.id", chair).body) {
            counters.present == 1
            devices*.door == ['Вход А']
        }
        with(get("/v1/chair/meetings/$meeting.id/scans", chair).body) {
            items*.outcome == ['DUPLICATE', 'ADMITTED']
            items*.shortName == ['Иванова М. П.', 'Иванова М. П.']
        }
        get("/v1/chair/meetings?organisationId=$union.primary", chair).body.items*.present.contains(1)
    }

    def "what an invitation shows is a QR of capitals with a code that serves once"() {
        given:
        def meeting = aMeeting()
        def invitation = post("/v1/chair/meetings/$meeting.id/invitations", [door: 'Вход А'], chair, key()).body
        def code = invitation.qr.split('#')[1]

        expect:
        invitation.qr ==~ /${address.inCapitals()}\/D#[A-Z2-7]{26}/
        enrol(code, aKey()).status == 200
        with(enrol(code, aKey())) {
            status == 410
            problem == 'INVITE_USED'
        }
        enrol('A' * 26, aKey()).problem == 'INVITE_UNKNOWN'
    }

    def "a phone opens a session with a proof, and not twice with the same one"() {
        given:
        def phone = aPhone(aMeeting().id)
        clock.advance(Duration.ofSeconds(2))
        def proof = proof(phone.key, phone.id)

        expect:
        with(post('/v1/scanner/session', [proof: proof])) {
            status == 200
            get("/v1/scanner/lists/$phone.list", body.accessToken).status == 200
        }
        with(post('/v1/scanner/session', [proof: proof])) {
            status == 401
            problem == 'DEVICE_PROOF_REFUSED'
        }
    }

    def "a revoked phone is refused at its next request, whatever its token says"() {
        given:
        def meeting = aMeeting()
        def phone = aPhone(meeting.id)

        when:
        def revoked = delete("/v1/chair/meetings/$meeting.id/devices/$phone.id", chair)
        def answers = [scan(phone, aCard()), get("/v1/scanner/lists/$phone.list", phone.token),
                       get("/v1/scanner/lists/$phone.list/bundle", phone.token), sync(phone, [])]

        then:
        revoked.status == 204
        answers*.status == [401] * 4
        answers*.problem == ['DEVICE_REVOKED'] * 4
    }

    def "a phone of another meeting gets nothing of this one"() {
        given:
        def phone = aPhone(aMeeting().id)
        def foreign = aPhone(aMeeting().id)

        expect:
        get("/v1/scanner/lists/$phone.list", foreign.token).status == 404
        get("/v1/scanner/lists/$phone.list/bundle", foreign.token).status == 404
        with(scan(foreign, aCard(), [listIds: [phone.list]])) {
            status == 403
            problem == 'FORBIDDEN_LIST'
        }
    }

    def "neither staff nor strangers scan, and a door sees nothing of the desk"() {
        given:
        def meeting = aMeeting()
        def phone = aPhone(meeting.id)

        expect:
        get("/v1/scanner/lists/$phone.list", chair).status == 403
        get("/v1/scanner/lists/$phone.list").status == 401
        get("/v1/chair/meetings/$meeting.id", phone.token).status == 403
    }

    def "to the chair of another primary the meeting is not there"() {
        given:
        def other = tokenOf('other-chair')
        def meeting = aMeeting()
        def phone = aPhone(meeting.id)

        expect:
        get("/v1/chair/meetings/$meeting.id", other).status == 404
        get("/v1/chair/meetings/$meeting.id/scans", other).status == 404
        post("/v1/chair/meetings/$meeting.id/invitations", [door: 'А'], other, key()).status == 404
        delete("/v1/chair/meetings/$meeting.id/devices/$phone.id", other).status == 404
        get("/v1/chair/meetings?organisationId=$union.primary", other).status == 404
        post("/v1/chair/meetings?organisationId=$union.primary", meetingBody(), other, key()).status == 404
    }

    def "an unchanged list is not sent again"() {
        given:
        def phone = aPhone(aMeeting().id)
        def path = "/v1/scanner/lists/$phone.list/bundle"
        def first = get(path, phone.token)

        when:
        def second = send('GET', path, null, phone.token, ['If-None-Match': first.header('etag')])

        then:
        first.status == 200
        first.body.manifest.count('.') == 2
        first.body.list.kind == 'OPEN'
        second.status == 304
    }

    def "what was scanned without a network is delivered once"() {
        given:
        def phone = aPhone(aMeeting().id)
        def scans = [scanBody(phone, aCard()), scanBody(phone, aCard())].collect {
            it + [deviceDecision: [outcome: 'ADMITTED', reason: 'ADMITTED_PROVISIONAL', decidedAt: clock.instant().toString()]]
        }

        when:
        def first = sync(phone, scans)
        def second = sync(phone, scans)

        then:
        first.status == 200
        first.body.results*.status == ['ACCEPTED', 'ACCEPTED']
        second.body.results*.status == ['REPLAYED', 'REPLAYED']
        second.body.lists[0].counters.present == 2
        second.body.ackSeq == 2
    }

    def "a scan sent twice gets the same answer and is one"() {
        given:
        def phone = aPhone(aMeeting().id)
        def body = scanBody(phone, aCard())
        def send = { post('/v1/scanner/scans', body, phone.token, ['Idempotency-Key': body.scanId.toString()]).body }

        when:
        def (first, second) = [send(), send()]

        then:
        [first.replayed, second.replayed] == [false, true]
        first.subMap(['outcome', 'reason', 'person', 'receivedAt']) == second.subMap(['outcome', 'reason', 'person', 'receivedAt'])
        second.counters.present == 1
    }

    def "two lists of one meeting are not scanned at once"() {
        given:
        def meeting = aMeeting()
        def lunch = aList(meeting.id, 'Обед')
        def phone = aPhone(meeting.id)

        expect:
        phone.lists*.name == ['Собрание', 'Обед']
        with(scan(phone, aCard(), [listIds: [phone.list, lunch]])) {
            status == 400
            problem == 'TWO_LISTS_AT_ONCE'
        }
        scan(phone, aCard(), [listIds: [lunch]]).body.outcome == 'ADMITTED'
    }

    def "leaving lowers the counter, scanning again does not"() {
        given:
        def phone = aPhone(aMeeting().id)
        def card = aCard()

        expect:
        scan(phone, card).body.counters.present == 1
        scan(phone, card).body.counters.present == 1
        scan(phone, card, [type: 'EXIT']).body.counters.present == 0
    }

    def "a mistake is taken back at the door"() {
        given:
        def phone = aPhone(aMeeting().id)
        def entry = scan(phone, aCard()).body
        def taken = [voidId: UuidCreator.timeOrderedEpoch, scanId: entry.scanId, at: clock.instant().toString(), reason: 'Отмечено по ошибке']

        expect:
        with(post("/v1/scanner/scans/$entry.scanId/void", taken, phone.token).body) {
            outcome == 'VOIDED'
            message == 'Отметка отменена'
        }
        get("/v1/scanner/lists/$phone.list", phone.token).body.counters.present == 0
    }

    def "taking back without a number is refused"() {
        given:
        def phone = aPhone(aMeeting().id)
        def entry = scan(phone, aCard()).body

        expect:
        post("/v1/scanner/scans/$entry.scanId/void", [scanId: entry.scanId, at: clock.instant().toString(), reason: 'ошибка'], phone.token).problem == 'VALIDATION'
    }

    def "of a list that has changed only the changed parts are sent"() {
        given:
        def people = (1..30).collect { aCardOf() }
        def meeting = aMeeting(kind: 'INVITED', invited: people*.person)
        def phone = aPhone(meeting.id)
        def whole = get("/v1/scanner/lists/$phone.list/bundle", phone.token).body.list.records
        asSuperuser { it.execute("UPDATE members.person SET first_name = 'Яна' WHERE id = ?", [people[0].person]) }

        when:
        def nothing = post("/v1/scanner/lists/$phone.list/delta", [parts: '0' * 1024], phone.token).body
        def changed = post("/v1/scanner/lists/$phone.list/delta", [parts: digests(whole)], phone.token).body
        def now = get("/v1/scanner/lists/$phone.list/bundle", phone.token).body.list.records

        then:
        nothing.list.records == now
        changed.parts.size() == 1
        changed.list.records.size() < 5
        whole.findAll { !(it.key.take(2) in changed.parts) } + changed.list.records == now
    }

    def "a delivery that is too large, or not one, is refused as a whole"() {
        given:
        def phone = aPhone(aMeeting().id)
        def scan = scanBody(phone, 'x' * 1900)

        expect:
        sync(phone, [scan] * 150).problem == 'TOO_LARGE'
        sync(phone, [scanBody(phone, 'x')] * 201).problem == 'VALIDATION'
        post('/v1/scanner/scans', scan, phone.token, key()).problem == 'VALIDATION'
    }

    def "a meeting that makes no sense is refused with the reason"() {
        expect:
        post("/v1/chair/meetings?organisationId=$union.primary", meetingBody() + change, chair, key()).problem == problem

        where:
        change                                || problem
        [closesAt: '2026-11-20T05:00:00Z']    || 'MEETING_WINDOW_WRONG'
        [closesAt: '2027-11-20T05:00:00Z']    || 'MEETING_WINDOW_WRONG'
        [zone: 'Луна/Море дождей']            || 'MEETING_ZONE_UNKNOWN'
        [kind: 'INVITED']                     || 'MEETING_NOBODY_INVITED'
        [invited: [UUID.randomUUID()]]        || 'MEETING_LIST_NOT_EXPECTED'
        [title: ' ']                          || 'VALIDATION'
    }

    private Map meetingBody() {
        [title: 'Собрание', kind: 'OPEN', opensAt: '2026-11-20T06:00:00Z', closesAt: '2026-11-20T12:00:00Z', invited: []]
    }

    private String aList(String meeting, String name) {
        def list = meetingBody().subMap(['kind', 'opensAt', 'closesAt']) + [name: name]
        def answer = post("/v1/chair/meetings/$meeting/lists", list, chair, key())
        assert answer.status == 200
        answer.body.items.find { it.name == name }.id
    }

    /** What the device has, part by part. */
    private static String digests(Map<String, String> records) {
        (0..255).collect { String.format('%02x', it) }.collect { part ->
            def lines = records.findAll { it.key.startsWith(part) }.sort().collect { name, record -> "$name=$record" }.join('\n')
            java.security.MessageDigest.getInstance('SHA-256').digest(lines.bytes).encodeHex().toString().take(4)
        }.join()
    }

    private Map aMeeting(Map change = [:]) {
        def answer = post("/v1/chair/meetings?organisationId=$union.primary", meetingBody() + change, chair, key())
        assert answer.status == 200
        answer.body
    }

    private Map aPhone(String meeting, String door = 'Вход А') {
        def invitation = post("/v1/chair/meetings/$meeting/invitations", [door: door], chair, key()).body
        def key = aKey()
        def enrolled = enrol(invitation.qr.split('#')[1], key).body
        assert enrolled.root.kid ==~ /r\d+/
        [id: enrolled.deviceId, lists: enrolled.lists, list: enrolled.lists[0].id, token: enrolled.accessToken, key: key, seq: [0]]
    }

    private Answer enrol(String code, ECKey key) {
        post('/v1/scanner/devices/enrol', [
            code: code, name: 'Телефон Ольги', proof: proof(key, code),
            publicKeyJwk: [kty: 'EC', crv: 'P-256', x: key.x.toString(), y: key.y.toString()]])
    }

    private String proof(ECKey key, String issuer) {
        def claims = JsonOutput.toJson([iss: issuer, aud: address.value(), iat: clock.millis()])
        def signed = new JWSObject(new JWSHeader(JWSAlgorithm.ES256), new Payload(claims))
        signed.sign(new ECDSASigner(key))
        signed.serialize()
    }

    private Answer scan(Map phone, String raw, Map change = [:]) {
        def body = scanBody(phone, raw) + change
        post('/v1/scanner/scans', body, phone.token, ['Idempotency-Key': body.scanId.toString()])
    }

    private Map scanBody(Map phone, String raw) {
        phone.seq[0]++
        [scanId: UuidCreator.timeOrderedEpoch, deviceSeq: phone.seq[0], listIds: [phone.list],
         credential: [kind: 'QR', raw: raw], type: 'ENTRY', scannedAt: clock.instant().toString()]
    }

    private Answer sync(Map phone, List<Map> scans) {
        post('/v1/scanner/sync', [syncId: UuidCreator.timeOrderedEpoch, deviceClock: clock.instant().toString(), scans: scans], phone.token)
    }

    private String aCard() {
        aCardOf().code
    }

    private Map aCardOf() {
        def person = aMember(union.primary)
        def number = asSuperuser { it.firstRow('SELECT ticket_number FROM members.person WHERE id = ?', [person]).ticket_number }
        asSuperuser { sql ->
            def order = UuidCreator.timeOrderedEpoch
            sql.execute('''
                INSERT INTO cards.card_order (id, primary_id, payer_id, region_id, state, card_count, price_kopecks,
                                              sum_kopecks, request_hash, created_by, created_at)
                VALUES (?, ?, ?, ?, 'FULFILLED', 1, 1700, 1700, '-', ?, now())''',
                    [order, union.primary, union.local, union.region, union.chair])
            sql.execute('''
                INSERT INTO cards.card (id, person_id, primary_id, order_id, ticket_number, serial, printed_last_name,
                                        printed_first_name, status, issued_on)
                VALUES (?, ?, ?, ?, ?, '00001', 'Иванова', 'Мария', 'ISSUED', '2026-10-01')''',
                    [UuidCreator.timeOrderedEpoch, person, union.primary, order, number])
        }
        [person: person, code: plasticCodes.of(new TicketNumber(number), new CardSerial('00001')).text()]
    }

    private static ECKey aKey() {
        new ECKeyGenerator(Curve.P_256).generate()
    }

    private static Map key() {
        ['Idempotency-Key': UuidCreator.timeOrderedEpoch.toString()]
    }
}
