package org.profbilet.api.chair

import com.github.f4b6a3.uuid.UuidCreator
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import org.profbilet.api.HttpSpec

/** From the election of delegates to the printed protocol, as the territory and a primary do it over HTTP. */
@MicronautTest(transactional = false)
class QuorumOverHttpSpec extends HttpSpec {

    String chair
    String territory
    String body

    def setup() {
        chair = tokenOf('chair')
        territory = tokenOf('territory')
        body = post("/v1/chair/bodies?organisationId=$union.local", [name: 'Конференция', kind: 'CONFERENCE', base: 'CONFIRMED', countsRemote: false], territory, key()).body.id
    }

    def "a conference from its mandates to its protocol"() {
        given:
        def member = aMember(union.primary, lastName: 'Делегатова')

        when: 'the primary finds the conference above it and sends a delegate'
        def found = get("/v1/chair/bodies?organisationId=$union.primary", chair).body.above.find { it.id == body }
        def sent = send(member)

        then:
        [found.name, found.organisation] == ['Конференция', 'Казань']
        sent.body.items*.standing.contains('SUBMITTED')

        when: 'the commission confirms, and the conference sits'
        def confirmed = put("/v1/chair/bodies/$body/confirmation", [mandateIds: [], decision: 'протокол № 1'], territory).body
        def meeting = post("/v1/chair/meetings?organisationId=$union.local", [title: 'Отчётная конференция', kind: 'OPEN', opensAt: '2026-11-20T06:00:00Z',
                closesAt: '2026-11-20T12:00:00Z', invited: []], territory, key()).body.id
        def hall = post("/v1/chair/meetings/$meeting/sittings", [bodyId: body], territory, key()).body
        def sitting = hall.items[0]

        then:
        [confirmed.base, confirmed.mandates*.number] == [1, [1]]
        [hall.title, sitting.body, sitting.figures.verdict, sitting.figures.needed] == ['Отчётная конференция', 'Конференция', 'NOT_MET', 1]
        sitting.delegations == [[organisation: 'ППО школы № 17', present: 0, base: 1]]

        when: 'presence is counted by hand, a vote cites it, papers are frozen'
        def path = "/v1/chair/meetings/$meeting/sittings/$sitting.id"
        def counted = post("$path/snapshots", [reason: 'открытие', recount: [present: 1, firstSigner: 'Первая П. П.', secondSigner: 'Вторая В. В.']], territory, key()).body
        def snapshot = counted.items[0].snapshots[0]
        post("$path/votes", [snapshotId: snapshot.id, question: 'Утвердить доклад', secret: false, issued: 1, inFavour: 1, against: 0, abstained: 0], territory, key())
        def papers = post("$path/papers", [kind: 'PROTOCOL', signers: ['Первая П. П.']], territory, key()).body.items[0].papers

        then:
        [snapshot.number, snapshot.figures.verdict, snapshot.signers.size()] == [1, 'MET', 2]
        get("/v1/chair/meetings/$meeting/sittings", territory).body.items[0].votes*.question == ['Утвердить доклад']
        papers*.version == [1]
        new String(get("$path/papers/${papers[0].id}", territory).bytes, 0, 4) == '%PDF'

        and: 'what the organisers take away'
        def list = "/v1/chair/meetings/$meeting/lists/$sitting.listId"
        get("$list/attendance", territory).header('content-type').contains('spreadsheetml')
        new String(get("$list/attendance/print", territory).bytes, 0, 4) == '%PDF'
        new String(get("$list/badges", territory).bytes, 0, 4) == '%PDF'
        get("$list/certificates", territory).problem == 'CERTIFICATE_NOBODY_CAME'
    }

    def "what cannot be is refused with a sentence that says what to do"() {
        given:
        def member = aMember(union.primary)
        def mandate = send(member).body.items.last().id

        expect:
        post("/v1/chair/bodies?organisationId=$union.local", [name: 'Совет', kind: 'COUNCIL', base: 'CONFIRMED', countsRemote: false,
                share: [numerator: 3, denominator: 2, moreThan: false]], territory, key()).problem == 'BODY_SHARE_WRONG'
        send(member).problem == 'DELEGATE_ALREADY_SENT'
        send(aMember(union.otherPrimary)).problem == 'DELEGATE_NOT_ON_RECORD'
        put("/v1/chair/bodies/$body/mandates/$mandate", [act: 'WITHDRAW', decision: 'решение'], territory).problem == 'MANDATE_STANDING_WRONG'
        put("/v1/chair/bodies/$body/mandates/$mandate", [act: 'CONFIRM', decision: 'решение'], territory).status == 200
        put("/v1/chair/bodies/$body/mandates/$mandate", [act: 'REPLACE', decision: 'решение'], territory).problem == 'MANDATE_ALTERNATE_WRONG'
        put("/v1/chair/bodies/$body/confirmation", [mandateIds: [], decision: ''], territory).status == 400
        post("/v1/chair/bodies/$body/delegates?organisationId=$union.primary", [personId: member, vote: 'DECISIVE', basis: '3', basisOn: '2026-11-01', firstTime: false], chair).status == 400
        get("/v1/chair/bodies/$body", chair).status == 404
    }

    private Answer send(UUID person) {
        post("/v1/chair/bodies/$body/delegates?organisationId=$union.primary",
                [personId: person, vote: 'DECISIVE', basis: '3', basisOn: '2026-11-01', firstTime: true], chair, key())
    }

    private static Map<String, String> key() {
        ['Idempotency-Key': UuidCreator.timeOrderedEpoch.toString()]
    }
}
