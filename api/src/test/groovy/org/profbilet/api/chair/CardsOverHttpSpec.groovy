package org.profbilet.api.chair

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.util.concurrent.CompletableFuture
import org.profbilet.api.HttpSpec

@MicronautTest(transactional = false)
class CardsOverHttpSpec extends HttpSpec {

    static final String TODAY = '2026-11-20'

    def "from the consent on paper to the card in the hand"() {
        given:
        def olga = aMember(union.primary, lastName: 'Агеева', consents: [:])
        def vera = aMember(union.primary, lastName: 'Власова', consents: [:])
        def (chair, territory, region, central) = ['chair', 'territory', 'region', 'central'].collect { tokenOf(it) }
        def primary = "/v1/chair/primaries/${union.primary}"
        def local = "/v1/office/organisations/${union.local}"
        def regional = "/v1/office/organisations/${union.region}"
        def centre = "/v1/office/organisations/${union.central}"

        when:
        def recorded = post("$primary/consents", [
                purpose: 'UNION_PROCESSING', channels: [], given: true, signedOn: '2026-11-12', mode: 'ALL_EXCEPT',
                personIds: [vera]], chair, key())
        def consents = get("$primary/consents?purpose=UNION_PROCESSING", chair).body
        def eligibility = get("$primary/orders/eligibility", chair).body
        def order = post("$primary/orders", [mode: 'ALL_EXCEPT', personIds: []], chair, key())
        def orderId = order.body.id

        then:
        recorded.status == 200
        recorded.body.persons == 1
        consents.missing == 1
        consents.members*.lastName == ['Власова', 'Агеева']
        consents.members*.decisions*.first()*.state == ['UNKNOWN', 'GIVEN']
        eligibility.priceKopecks == 1700
        eligibility.sumKopecks == 1700
        eligibility.eligible*.personId == [olga.toString()]
        eligibility.others.collect { [it.personId, it.reason] } == [[vera.toString(), 'CONSENT_MISSING']]
        order.status == 200
        order.body.cards == 1
        order.body.payer == 'Казань'

        when:
        def seen = get("$local/orders?state=ORDERED", territory).body
        def early = post("$primary/cards/issue", [mode: 'ALL_EXCEPT', cardIds: [], issuedOn: TODAY], chair)
        def approved = post("$local/orders/$orderId/approve", [:], territory)
        def twice = post("$local/orders/$orderId/approve", [:], territory)
        def waiting = get("$centre/batches/waiting", central).body
        def batch = post("$centre/batches", [regionId: union.region], central, key())
        def file = get("$centre/batches/${batch.body.id}/personalisation.csv", central)
        def steps = [post("$regional/batches/${batch.body.id}/received", [:], region),
                     post("$centre/batches/${batch.body.id}/produced", [:], central),
                     post("$centre/batches/${batch.body.id}/shipped", [:], central),
                     post("$regional/batches/${batch.body.id}/received", [:], region),
                     post("$local/orders/$orderId/hand-over", [:], territory)]

        then:
        seen*.sumKopecks == [1700]
        seen*.mayApprove == [true]
        !seen.toString().contains('Агеева')
        early.problem == 'CARD_NOTHING_TO_ISSUE'
        approved.body.state == 'APPROVED'
        twice.status == 409
        twice.problem == 'ORDER_NOT_WAITING'
        waiting.collect { [it.orders, it.cards] } == [[1, 1]]
        batch.body.state == 'IN_PRODUCTION'
        new String(file.bytes, 'UTF-8').contains(';Агеева;')
        steps*.status == [409, 200, 200, 200, 200]
        steps[0].problem == 'BATCH_WRONG_STEP'
        steps[4].body.state == 'FULFILLED'

        when:
        def card = get("$primary/cards", chair).body.first()
        def sheet = get("$primary/cards/issue-sheet", chair)
        def paper = get("$primary/orders/$orderId/paper", chair)
        def issued = post("$primary/cards/issue", [mode: 'ONLY', cardIds: [card.id], issuedOn: TODAY], chair)
        def again = post("$primary/cards/issue", [mode: 'ONLY', cardIds: [card.id], issuedOn: TODAY], chair)
        def history = get("$primary/cards/${card.id}", chair).body
        def lost = post("$primary/cards/${card.id}/loss", [:], chair)

        then:
        card.statusTitle == 'Передан в первичную организацию'
        [sheet, paper].every { new String(it.bytes, 0, 5, 'US-ASCII') == '%PDF-' }
        [sheet, paper]*.header('cache-control') == ['no-store', 'no-store']
        issued.body.cards == 1
        again.problem == 'CARD_ALREADY_ISSUED'
        history.steps*.to == ['ORDERED', 'IN_PRODUCTION', 'PRODUCED', 'SHIPPED', 'RECEIVED_REGION', 'AT_PRIMARY', 'ISSUED']
        history.steps.last().title == 'Выдан'
        lost.body.status == 'LOST'
    }

    def "cards are counted, named where missing, handed out by their code, taken back, ended and made on paper"() {
        given:
        def people = (1..3).collect { aMember(union.otherPrimary, lastName: 'Орлова') }
        def (chair, territory, region, central) = ['other-chair', 'territory', 'region', 'central'].collect { tokenOf(it) }
        def primary = "/v1/chair/primaries/${union.otherPrimary}"
        def local = "/v1/office/organisations/${union.local}"
        def regional = "/v1/office/organisations/${union.region}"
        def centre = "/v1/office/organisations/${union.central}"
        def order = { post("$primary/orders", [mode: 'ALL_EXCEPT', personIds: []], chair, key()).body.id }
        def costs = { get("$local/card-costs?year=2026", territory).body.territories.find { it.name == 'Казань' } }
        def before = costs()

        when:
        def cancelled = post("$primary/orders/${order()}/cancel", [:], chair)
        def orderId = order()
        post("$local/orders/$orderId/approve", [:], territory)
        def batch = post("$centre/batches", [regionId: union.region], central, key()).body.id
        def lines = new String(get("$centre/batches/$batch/personalisation.csv", central).bytes, 'UTF-8').readLines()*.split(';')
        def book = get("$centre/batches/$batch/personalisation.xlsx", central)
        def copy = "${lines[1][2]}-${lines[1][3]}".toString()
        def short_ = post("$centre/batches/$batch/produced", [counted: 2], central)
        def produced = post("$centre/batches/$batch/produced", [counted: 2, missing: [copy], reference: 'Акт 1'], central)
        post("$centre/batches/$batch/shipped", [:], central)
        def issued = post("$primary/cards/issue-scanned", [code: lines[2][9], issuedOn: TODAY], chair)
        post("$regional/batches/$batch/received", [counted: 1], region)
        post("$local/orders/$orderId/hand-over", [counted: 1], territory)
        def counts = get("$regional/batches/$batch/counts", region).body
        def act = get("$centre/batches/$batch/act", central)
        def list = get("$regional/batches/$batch/packs/$orderId/list", region)

        then:
        cancelled.body.state == 'CANCELLED'
        book.header('content-type') == 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
        short_.problem == 'BATCH_COUNT_DIFFERS'
        produced.body.state == 'PRODUCED'
        issued.body.status == 'ISSUED'
        counts.hops.collect { [it.status, it.expected, it.counted, it.missing] } ==
                [['PRODUCED', 3, 2, 1], ['SHIPPED', 2, 2, 0], ['RECEIVED_REGION', 1, 1, 0], ['AT_PRIMARY', 1, 1, 0]]
        counts.missing.collect { [it.copy, it.status] } == [[copy, 'DEFECTIVE']]
        [act, list].every { new String(it.bytes, 0, 5, 'US-ASCII') == '%PDF-' }

        when:
        def card = issued.body.id
        def nonsense = post("$primary/cards/issue-scanned", [code: 'EPB1:1', issuedOn: TODAY], chair)
        def undone = post("$primary/cards/undo-issue", [cardIds: [card]], chair)
        def worn = post("$primary/cards/$card/end", [reason: 'WORN'], chair)
        def defective = people.find { it.toString() == get("$primary/cards", chair).body.find { it.status == 'DEFECTIVE' }.personId }
        def paper = post("$primary/members/$defective/paper-card", [:], chair)
        def pdf = get("$primary/cards/${paper.body.id}/paper", chair)
        def price = put("$centre/card-prices/2027-01-01", [kopecks: 2150], central)
        def past = put("$centre/card-prices/2026-01-01", [kopecks: 2150], central)

        then:
        nonsense.problem == 'CARD_CODE_UNKNOWN'
        undone.body.cards == 1
        worn.body.status == 'REPLACED'
        [paper.body.medium, paper.body.status] == ['PAPER', 'ISSUED']
        new String(pdf.bytes, 0, 5, 'US-ASCII') == '%PDF-'
        price.body*.kopecks == [2150, 1700]
        past.problem == 'CARD_PRICE_NOT_IN_FUTURE'
        costs().ordered == before.ordered + 3
        costs().orderedKopecks == before.orderedKopecks + 5100
    }

    def "two people at two desks issue, lose, undo and reissue the same card at once: one truth, readable refusals"() {
        given:
        union.appointed('second-chair', union.primary)
        def desks = ['chair', 'second-chair'].collect { tokenOf(it) }
        def (territory, region, central) = ['territory', 'region', 'central'].collect { tokenOf(it) }
        def primary = "/v1/chair/primaries/${union.primary}"
        def olga = aMember(union.primary)
        def order = { token -> post("$primary/orders", [mode: 'ONLY', personIds: [olga]], token, key()) }
        def orderId = order(desks[0]).body.id
        post("/v1/office/organisations/${union.local}/orders/$orderId/approve", [:], territory)
        def batch = post("/v1/office/organisations/${union.central}/batches", [regionId: union.region], central, key()).body.id
        ['produced', 'shipped'].each { post("/v1/office/organisations/${union.central}/batches/$batch/$it", [:], central) }
        post("/v1/office/organisations/${union.region}/batches/$batch/received", [:], region)
        post("/v1/office/organisations/${union.local}/orders/$orderId/hand-over", [:], territory)
        def card = get("$primary/cards", desks[0]).body.find { it.personId == olga.toString() }.id

        when:
        def answers = (1..3).collectMany {
            desks.collectMany { token ->
                [{ post("$primary/cards/issue", [mode: 'ONLY', cardIds: [card], issuedOn: TODAY], token, key()) },
                 { post("$primary/cards/$card/end", [reason: 'LOST'], token) },
                 { post("$primary/cards/undo-issue", [cardIds: [card]], token) },
                 { order(token) }]
            }
        }.collect { work -> CompletableFuture.supplyAsync { work() } }*.get()

        then:
        answers*.status.toSet() - [200, 409, 422].toSet() == [].toSet()
        answers.findAll { it.status != 200 }.every { it.body.title ==~ /(?s)[А-ЯЁ].+/ && it.problem }
        def copies = get("$primary/cards", desks[0]).body.findAll { it.personId == olga.toString() }
        copies.find { it.id == card }.status == 'LOST'
        copies.count { it.status in ['ORDERED', 'AT_PRIMARY', 'ISSUED'] } <= 1
        answers.count { it.status == 200 && it.body.cards == 1 && it.body.number } == copies.size() - 1
        def steps = get("$primary/cards/$card", desks[0]).body.steps*.to
        steps.last() == 'LOST'
        steps.collate(2, 1, false).every { it[0] != it[1] }
    }

    def "whatever belongs to another primary is not found, with every id and at every address"() {
        given:
        def olga = aMember(union.primary)
        def chair = tokenOf('chair')
        def order = post("/v1/chair/primaries/${union.primary}/orders", [mode: 'ONLY', personIds: [olga]], chair, key()).body.id
        def card = get("/v1/chair/primaries/${union.primary}/cards", chair).body.find { it.personId == olga.toString() }.id
        def stranger = tokenOf('other-chair')
        def own = "/v1/chair/primaries/${union.otherPrimary}"
        def foreign = "/v1/chair/primaries/${union.primary}"
        def recording = [purpose: 'PARTNER', channels: [], given: true, signedOn: TODAY, mode: 'ONLY', personIds: [olga]]

        expect:
        [get("$foreign/consents?purpose=PARTNER", stranger),
         post("$foreign/consents", recording, stranger, key()),
         post("$own/consents", recording, stranger, key()),
         post("$own/consents/withdrawals", [personId: olga, purpose: 'PARTNER', channels: [], signedOn: TODAY], stranger),
         get("$own/consents/sheets?purpose=PARTNER&personId=$olga", stranger),
         get("$foreign/orders", stranger),
         get("$foreign/orders/eligibility", stranger),
         post("$own/orders", [mode: 'ONLY', personIds: [olga]], stranger, key()),
         get("$own/orders/$order/paper", stranger),
         get("$foreign/cards", stranger),
         get("$own/cards/$card", stranger),
         post("$own/cards/issue", [mode: 'ONLY', cardIds: [card], issuedOn: TODAY], stranger),
         post("$own/cards/$card/loss", [:], stranger),
         post("/v1/office/organisations/${union.primary}/orders/$order/approve", [:], chair),
         post("/v1/office/organisations/${union.local}/orders/$order/approve", [:], stranger),
         post("/v1/office/organisations/${union.region}/orders/$order/approve", [:], tokenOf('region')),
         get("/v1/office/organisations/${union.central}/batches/waiting", tokenOf('region'))]*.problem.toSet() == ['NOT_FOUND'].toSet()
    }

    def "a repeated request is answered alike, another one under its key is refused, one without a key is wrong"() {
        given:
        def (olga, anna) = [aMember(union.primary, consents: [:]), aMember(union.primary, consents: [:])]
        def chair = tokenOf('chair')
        def key = key()
        def send = { person, headers ->
            post("/v1/chair/primaries/${union.primary}/consents", [
                    purpose: 'MESSAGES', channels: ['EMAIL'], given: true, signedOn: TODAY, mode: 'ONLY', personIds: [person]],
                    chair, headers)
        }
        def first = send(olga, key)

        expect:
        send(olga, key).body == first.body
        send(anna, key).problem == 'IDEMPOTENCY_MISMATCH'
        send(anna, [:]).status == 400
    }

    def "the paper to sign comes as PDF"() {
        given:
        def olga = aMember(union.primary, consents: [:])

        when:
        def answer = get("/v1/chair/primaries/${union.primary}/consents/sheets?purpose=MESSAGES&personId=$olga", tokenOf('chair'))

        then:
        answer.status == 200
        answer.header('content-type') == 'application/pdf'
        new String(answer.bytes, 0, 5, 'US-ASCII') == '%PDF-'
    }

    def "a member's addresses are closed to staff and to strangers"() {
        expect:
        get('/v1/member/consents', tokenOf('chair')).status == 403
        get('/v1/member/consents').status == 401
    }

    private static Map<String, String> key() {
        ['Idempotency-Key': UUID.randomUUID().toString()]
    }
}
