package org.profbilet.api.scanner

import com.github.f4b6a3.uuid.UuidCreator
import com.nimbusds.jose.JWSAlgorithm
import com.nimbusds.jose.JWSHeader
import com.nimbusds.jose.JWSObject
import com.nimbusds.jose.Payload
import com.nimbusds.jose.crypto.ECDSASigner
import com.nimbusds.jose.jwk.Curve
import com.nimbusds.jose.jwk.gen.ECKeyGenerator
import groovy.json.JsonOutput
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import org.profbilet.api.HttpSpec
import org.profbilet.contract.credential.PublicAddress

/** Whoever is in charge at the doors: finds people by name, decides against the list, enters paper. */
@MicronautTest(transactional = false)
class RegistrarAtDoorSpec extends HttpSpec {

    @Inject
    PublicAddress address

    String chair
    UUID ivanova
    UUID gulnara
    String meeting
    Map registrar

    def setup() {
        chair = tokenOf('chair')
        ivanova = aMember(union.primary)
        gulnara = aMember(union.primary, lastName: 'Гөлнарова', firstName: 'Алёна')
        meeting = post("/v1/chair/meetings?organisationId=$union.primary", [title: 'Собрание', kind: 'INVITED', opensAt: '2026-11-20T06:00:00Z',
                closesAt: '2026-11-20T12:00:00Z', invited: [ivanova, gulnara]], chair, key()).body.id
        registrar = aPhone('REGISTRAR')
    }

    def "three letters find people, two find nobody"() {
        expect:
        found('ИВА') == ['Иванова М. П.']
        found('голн') == ['Гөлнарова А. П.']
        get("/v1/scanner/lists/$registrar.list/search?q=%D0%B8%D0%B2", registrar.token).problem == 'SEARCH_TOO_SHORT'
        get("/v1/scanner/lists/$registrar.list/search", registrar.token).status == 400
        with(search('ива')[0]) {
            standing == 'NEVER_CAME'
            isMember
        }
    }

    def "a volunteer's phone neither searches nor decides against the list"() {
        given:
        def volunteer = aPhone('VOLUNTEER')

        expect:
        get("/v1/scanner/lists/$registrar.list/search?q=%D0%B8%D0%B2%D0%B0", volunteer.token).problem == 'REGISTRAR_ONLY'
        scan(volunteer, [kind: 'MANUAL', raw: search('ива')[0].handle], [override: [reason: 'REGISTRAR_DECISION']]).problem == 'OVERRIDE_FORBIDDEN'
    }

    def "who came without a ticket is found, her document is seen, she is inside"() {
        given:
        def handle = search('ива')[0].handle

        when:
        def answer = scan(registrar, [kind: 'MANUAL', raw: handle], [override: [reason: 'ID_SEEN']]).body

        then:
        [answer.outcome, answer.person.shortName] == ['ADMITTED', 'Иванова М. П.']
        search('ива')[0].standing == 'PRESENT'
        with(get("/v1/scanner/lists/$registrar.list/status", registrar.token).body) {
            counters == [present: 1, base: 2]
            categories == [[name: '', present: 1, expected: 2]]
            devices*.door == ['Старший']
        }
        asSuperuser { it.firstRow("SELECT count(*) AS n FROM audit.entry WHERE action = 'DOOR_SEARCHED'").n } > 0
    }

    def "hours are named in the meeting's own zone"() {
        given:
        def handle = search('ива')[0].handle
        def list = get("/v1/chair/meetings/$meeting/lists", chair).body.items[0]
        put("/v1/chair/meetings/$meeting/lists/$list.id", [opensAt: '2026-11-20T09:00:00Z', closesAt: '2026-11-20T12:00:00Z', policy: 'REENTRY'], chair)

        expect:
        scan(registrar, [kind: 'MANUAL', raw: handle], [override: [reason: 'ID_SEEN']]).body.message == 'Вход открыт с 12:00 до 15:00'
    }

    def "a sheet of paper is printed, its lines are entered once, and a line that is missing is seen"() {
        given:
        def id = key()
        def sheet = [listId: registrar.list, door: 'Вход Б', lines: 5]
        def number = asSuperuser { it.firstRow('SELECT ticket_number FROM members.person WHERE id = ?', [ivanova]).ticket_number }

        when:
        def paper = post("/v1/chair/meetings/$meeting/sheets", sheet, chair, id)
        def line = [line: 2, credential: [kind: 'NUMBER', raw: number], type: 'ENTRY', at: clock.instant().toString()]
        def path = "/v1/scanner/lists/$registrar.list/sheets/${id['Idempotency-Key']}/lines"
        def entered = post(path, line, registrar.token).body
        def again = post(path, line, registrar.token).body

        then:
        new String(paper.bytes, 0, 4) == '%PDF'
        [entered.outcome, entered.replayed, again.replayed] == ['ADMITTED', false, true]
        post(path, line + [line: 6], registrar.token).problem == 'SHEET_LINE_UNKNOWN'
        with(get("/v1/scanner/lists/$registrar.list/sheets", registrar.token).body) {
            it*.name == ['Лист 1']
            it*.entered == [[2]]
        }
        get("/v1/chair/meetings/$meeting/scans", chair).body.items[0].origin == 'PAPER'
    }

    def "a shared phone changes hands: each says who she is, and her scans say so"() {
        given:
        def path = "/v1/chair/meetings/$meeting/operators"
        def olga = post(path, [name: 'Ольга С.'], chair, key()).body

        when:
        def holder = post('/v1/scanner/operator', [pin: olga.pin], registrar.token).body
        scan(registrar, [kind: 'MANUAL', raw: search('ива')[0].handle], [override: [reason: 'ID_SEEN'], operatorId: holder.operatorId])

        then:
        [holder.operatorId, holder.name] == [olga.id, 'Ольга С.']
        get("/v1/chair/meetings/$meeting/scans", chair).body.items[0].operator == 'Ольга С.'
        get(path, chair).body.items*.name == ['Ольга С.']

        when:
        delete("$path/$olga.id", chair)

        then:
        post('/v1/scanner/operator', [pin: olga.pin], registrar.token).problem == 'OPERATOR_PIN_WRONG'
    }

    def "what would be decided is shown, and nothing is written"() {
        given:
        def handle = search('ива')[0].handle
        def body = scanBody(registrar, [kind: 'MANUAL', raw: handle]) + [override: [reason: 'ID_SEEN']]

        expect:
        post('/v1/scanner/scans/preview', body, registrar.token).body.subMap(['outcome', 'reason']) == [outcome: 'ADMITTED', reason: 'ADMITTED']
        get("/v1/chair/meetings/$meeting/scans", chair).body.items == []
    }

    private List<Map> search(String typed) {
        get("/v1/scanner/lists/$registrar.list/search?q=${URLEncoder.encode(typed, 'UTF-8')}", registrar.token).body.items
    }

    private List<String> found(String typed) {
        search(typed)*.shortName
    }

    private Answer scan(Map phone, Map credential, Map change = [:]) {
        def body = scanBody(phone, credential) + change
        post('/v1/scanner/scans', body, phone.token, ['Idempotency-Key': body.scanId.toString()])
    }

    private Map scanBody(Map phone, Map credential) {
        phone.seq[0]++
        [scanId: UuidCreator.timeOrderedEpoch, deviceSeq: phone.seq[0], listIds: [phone.list], credential: credential, type: 'ENTRY',
         scannedAt: clock.instant().toString()]
    }

    private Map aPhone(String role) {
        def invitation = post("/v1/chair/meetings/$meeting/invitations", [door: 'Старший', role: role], chair, key()).body
        def code = invitation.qr.split('#')[1]
        def own = new ECKeyGenerator(Curve.P_256).generate()
        def proof = new JWSObject(new JWSHeader(JWSAlgorithm.ES256), new Payload(JsonOutput.toJson([iss: code, aud: address.value(), iat: clock.millis()])))
        proof.sign(new ECDSASigner(own))
        def enrolled = post('/v1/scanner/devices/enrol', [code: code, name: 'Телефон Ольги', proof: proof.serialize(),
                publicKeyJwk: [kty: 'EC', crv: 'P-256', x: own.x.toString(), y: own.y.toString()]]).body
        assert enrolled.role == role
        [id: enrolled.deviceId, list: enrolled.lists[0].id, token: enrolled.accessToken, seq: [0]]
    }

    private static Map key() {
        ['Idempotency-Key': UuidCreator.timeOrderedEpoch.toString()]
    }
}
