package org.profbilet.api.chair

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import org.profbilet.api.HttpSpec

@MicronautTest(transactional = false)
class PrivacyOverHttpSpec extends HttpSpec {

    static final String TODAY = '2026-11-20'

    def "from the withdrawal on paper to the act of the destruction"() {
        given:
        def olga = aMember(union.primary, lastName: 'Агеева', email: 'ageeva@example.org')
        def chair = tokenOf('chair')
        def primary = "/v1/chair/primaries/${union.primary}"

        when:
        def withdrawn = post("$primary/consents/withdrawals", [personId: olga, purpose: 'UNION_PROCESSING', channels: [], signedOn: TODAY], chair)
        def due = get("$primary/erasures", chair).body.items.find { it.personId == olga.toString() }
        def desk = get(primary, chair).body.toDo
        def early = post("$primary/erasures/$due.id/execution", null, chair)
        def unready = get("$primary/erasures/$due.id/act.pdf", chair)

        then:
        withdrawn.body.decisions == 1
        due.name == 'Агеева Мария Петровна'
        due.dueOn == '2026-12-20'
        due.waitsFor == 'STILL_ON_RECORD'
        desk.find { it.code == 'ERASE_DATA' }.count == 1
        early.problem == 'ERASURE_STILL_ON_RECORD'
        unready.status == 404

        when:
        post("$primary/members/$olga/end", [on: TODAY, reason: 'RESIGNED'], chair)
        def done = post("$primary/erasures/$due.id/execution", null, chair)
        def again = post("$primary/erasures/$due.id/execution", null, chair)
        def act = get("$primary/erasures/$due.id/act.pdf", chair)
        def journal = get("$primary/erasures/$due.id/journal.csv", chair)
        def after = get("$primary/erasures", chair).body.items.find { it.id == due.id }

        then:
        done.status == 200
        done.body.destroyed['телефоны и адреса почты'] == 1
        again.body == done.body
        new String(act.bytes, 0, 5, 'US-ASCII') == '%PDF-'
        journal.header('content-type').startsWith('text/csv')
        new String(journal.bytes, 'UTF-8').contains("$done.body.number;$olga;")
        [act, journal]*.header('cache-control') == ['no-store', 'no-store']
        after.done
        after.name == null
        get("$primary/members/$olga", chair).status == 404
    }

    def "a pile of papers is ticked as the list it was printed as, with the words it was printed with"() {
        given:
        def (olga, vera) = [aMember(union.primary, lastName: 'Агеева', consents: [:]), aMember(union.primary, lastName: 'Власова', consents: [:])]
        def chair = tokenOf('chair')
        def primary = "/v1/chair/primaries/${union.primary}"
        get("$primary/consents/sheets?purpose=PARTNER&personId=$olga&personId=$vera", chair)
        def sheet = asSuperuser { it.firstRow('SELECT id FROM consents.sheet WHERE person_id = ?', [olga]).id }

        when:
        def list = get("$primary/consents/sheets/$sheet/printed-list", chair).body
        def typed = get("$primary/consents/printed-lists/$list.number", chair).body
        def recording = [purpose: list.purpose, channels: [], given: true, signedOn: TODAY, textVersion: list.textVersion, mode: 'ONLY',
                         personIds: list.members*.personId - vera.toString()]
        def undated = post("$primary/consents", recording - [signedOn: TODAY], chair, key())
        def unknown = post("$primary/consents", recording + [textVersion: '1999-1'], chair, key())
        def recorded = post("$primary/consents", recording, chair, key())

        then:
        list == typed
        list.members*.lastName == ['Агеева', 'Власова']
        undated.status == 400
        undated.problem == 'VALIDATION'
        unknown.problem == 'CONSENT_VERSION_UNKNOWN'
        recorded.body.persons == 1
        get("$primary/consents/printed-lists/$list.number", chair).body.members.collect { [it.lastName, it.missing] } ==
                [['Власова', true], ['Агеева', false]]
    }

    def "what belongs to another primary is not found, at every address"() {
        given:
        def olga = aMember(union.primary)
        def chair = tokenOf('chair')
        def primary = "/v1/chair/primaries/${union.primary}"
        post("$primary/consents/withdrawals", [personId: olga, purpose: 'UNION_PROCESSING', channels: [], signedOn: TODAY], chair)
        get("$primary/consents/sheets?purpose=PARTNER&personId=$olga", chair)
        def sheet = asSuperuser { it.firstRow('SELECT id FROM consents.sheet WHERE person_id = ?', [olga]).id }
        def number = get("$primary/consents/sheets/$sheet/printed-list", chair).body.number
        def erasure = get("$primary/erasures", chair).body.items.find { it.personId == olga.toString() }.id
        def stranger = tokenOf('other-chair')
        def own = "/v1/chair/primaries/${union.otherPrimary}"

        expect:
        [primary, own].collectMany { [
                get("$it/members/$olga/data-copy", stranger),
                get("$it/members/$olga/data-copy.pdf", stranger),
                post("$it/erasures/$erasure/execution", null, stranger),
                get("$it/erasures/$erasure/act.pdf", stranger),
                get("$it/erasures/$erasure/journal.csv", stranger),
                get("$it/consents/sheets/$sheet/printed-list", stranger),
                get("$it/consents/printed-lists/$number", stranger)
        ] }*.status.toSet() == [404] as Set
        get("$primary/erasures", stranger).status == 404
        get("$own/erasures", stranger).body.items == []
        get("$primary/members/$olga/data-copy", tokenOf('region')).status == 404
        get("$primary/members/$olga/data-copy").status == 401
        get('/v1/member/data-copy', chair).status == 403
        get('/v1/member/consents/history', chair).status == 403
        get("$primary/members/$olga/data-copy", chair).body.sections*.code.containsAll(['person', 'consents'])
    }

    def "the words of the papers are the central council's"() {
        given:
        def text = [title: 'Согласие', body: 'Я, {person}, состою в {primary} и согласна.', effectiveFrom: '2027-01-01', keepsEarlier: true]
        def texts = { UUID organisation -> "/v1/office/organisations/$organisation/consent-texts" }
        def centre = tokenOf('central')

        when:
        def published = put("${texts(union.central)}/PARTNER/2027-1", text, centre)
        def again = put("${texts(union.central)}/PARTNER/2027-1", text, centre)
        def other = put("${texts(union.central)}/PARTNER/2027-1", text + [title: 'Другое'], centre)
        def early = put("${texts(union.central)}/PARTNER/2027-2", text + [effectiveFrom: TODAY], centre)

        then:
        published.status == 200
        published.body.find { it.version == '2027-1' }.sha256 ==~ /[0-9a-f]{64}/
        published.body*.version.containsAll(['2020-3/1', '2025-1', '2025-2', '2025-3'])
        again.body == published.body
        other.problem == 'CONSENT_VERSION_TAKEN'
        early.problem == 'CONSENT_TEXT_DATE_WRONG'
        put("${texts(union.central)}/PARTNER/2027-3", text, tokenOf('region')).status == 404
        put("${texts(union.region)}/PARTNER/2027-3", text, tokenOf('region')).status == 404
        get(texts(union.primary), tokenOf('chair')).status == 404
    }

    private static Map<String, String> key() {
        ['Idempotency-Key': UUID.randomUUID().toString()]
    }
}
