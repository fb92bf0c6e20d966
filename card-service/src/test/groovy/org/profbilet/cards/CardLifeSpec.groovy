package org.profbilet.cards

import com.google.zxing.BinaryBitmap
import com.google.zxing.RGBLuminanceSource
import com.google.zxing.common.HybridBinarizer
import com.google.zxing.oned.Code128Reader
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.time.LocalDate
import java.util.concurrent.CompletableFuture
import javax.imageio.ImageIO
import org.apache.poi.xssf.usermodel.XSSFWorkbook
import org.profbilet.access.Acting
import org.profbilet.access.NotYours
import org.profbilet.cards.CardOutcome.Reason
import org.profbilet.cards.production.*
import org.profbilet.contract.credential.CardSerial
import org.profbilet.contract.credential.PlasticCode
import org.profbilet.contract.credential.TicketNumber
import org.profbilet.contract.trust.EndedCards
import org.profbilet.credentials.IssuerKeys
import org.profbilet.credentials.PublishEndedCards
import org.profbilet.members.EndMembership
import org.profbilet.members.EndReason
import org.profbilet.organisations.Level
import org.profbilet.printing.BarcodeImage
import org.profbilet.requests.Selection
import org.profbilet.testing.UnionSpec

import static org.profbilet.cards.CardStatus.*

/** What happens to cards beside the straight way: counts, shortages, codes, corrections and ends. */
@MicronautTest(transactional = false)
class CardLifeSpec extends UnionSpec {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 20)
    static final Path KEYS = Files.createTempDirectory('keys')

    @Inject
    OrderCards orderCards

    @Inject
    CancelOrder cancelOrder

    @Inject
    ApproveOrder approveOrder

    @Inject
    TakeIntoProduction takeIntoProduction

    @Inject
    MarkProduced markProduced

    @Inject
    ShipBatch shipBatch

    @Inject
    ReceiveBatch receiveBatch

    @Inject
    HandOverOrder handOverOrder

    @Inject
    ShowHops showHops

    @Inject
    PersonaliseBatch personaliseBatch

    @Inject
    PrintBatchPapers printBatchPapers

    @Inject
    IssueCards issueCards

    @Inject
    UndoIssue undoIssue

    @Inject
    EndCard endCard

    @Inject
    MakePaperCard makePaperCard

    @Inject
    PrintPaperCard printPaperCard

    @Inject
    IssueSheets issueSheets

    @Inject
    PrintIssueSheet printIssueSheet

    @Inject
    ListOrders listOrders

    @Inject
    ListCards listCards

    @Inject
    ShowCard showCard

    @Inject
    ShowEligibility showEligibility

    @Inject
    SetPrice setPrice

    @Inject
    PlanCosts planCosts

    @Inject
    EndMembership endMembership

    @Inject
    PlasticTokens tokens

    @Inject
    PublishEndedCards publishEndedCards

    @Inject
    IssuerKeys issuerKeys

    @Override
    Map<String, String> getProperties() {
        super.properties + ['profbilet.keys.directory': KEYS.toString()]
    }

    def "cards are counted at every hop, and a shortage names the copies"() {
        given:
        5.times { agreed(lastName: 'Агеева') }
        def batch = inProduction()
        def copies = listCards.list(chair()).collect { "${it.ticketNumber()}-${it.serial()}".toString() }

        when:
        def differs = markProduced.markProduced(office(), batch, new HopCount(4, [] as Set, null))
        def foreign = markProduced.markProduced(office(), batch, new HopCount(null, ['0000000018-00009'] as Set, null))
        markProduced.markProduced(office(), batch, new HopCount(4, [copies[0]] as Set, 'Акт 7'))
        shipBatch.ship(office(), batch, new HopCount(4, [] as Set, 'RA123'))
        receiveBatch.receive(regional(), batch, new HopCount(3, [copies[1]] as Set, null))
        def handedOver = handOverOrder.handOver(territorial(), order, new HopCount(2, [copies[2]] as Set, null))

        then:
        differs == new BatchOutcome.Refused(BatchOutcome.Reason.COUNT_DIFFERS)
        foreign == new BatchOutcome.Refused(BatchOutcome.Reason.COPY_UNKNOWN)
        handedOver.order().state() == OrderState.FULFILLED
        def counted = showHops.show(regional(), batch)
        counted.hops().collect { [it.toStatus(), it.expected(), it.counted(), it.missing(), it.reference()] } == [
                [PRODUCED, 5, 4, 1, 'Акт 7'], [SHIPPED, 4, 4, 0, 'RA123'], [RECEIVED_REGION, 4, 3, 1, null],
                [AT_PRIMARY, 3, 2, 1, null]]
        counted.missing().collectEntries { [it.copy(), it.status()] } ==
                [(copies[0]): DEFECTIVE, (copies[1]): LOST_IN_TRANSIT, (copies[2]): LOST_IN_TRANSIT]
        counted.packs()*.cards() == [2]
        listCards.list(chair())*.status().countBy { it } == [(DEFECTIVE): 1, (LOST_IN_TRANSIT): 2, (AT_PRIMARY): 2]
        showEligibility.show(chair()).eligible().size() == 3
        refusedToAll { showHops.show(officer(organisation(Level.REGIONAL, central, 'Другая'), Level.REGIONAL), batch) }
    }

    def "the printing house gets the same rows as CSV and as XLSX, numbers with their zeros"() {
        given:
        ['Яшина', 'Ёлкина'].each { agreed(lastName: it) }
        def batch = inProduction()

        when:
        def file = personaliseBatch.read(office(), batch).get()
        def book = new XSSFWorkbook(new ByteArrayInputStream(file.xlsx()))
        def sheet = book.getSheetAt(0).collect { row -> row.collect { it.stringCellValue } }

        then:
        sheet == file.csv().readLines()*.split(';', -1)*.toList()
        sheet.drop(1).collect { it[4] } == ['Ёлкина', 'Яшина']
        sheet[1][3] == '00001'

        cleanup:
        book?.close()
    }

    def "the act and the packing list are papers of the batch's own offices"() {
        given:
        agreed()
        def batch = inProduction()

        expect:
        isPdf(printBatchPapers.act(office(), batch))
        isPdf(printBatchPapers.packingList(regional(), batch, order))
        refusedToAll { printBatchPapers.packingList(office(), batch, UUID.randomUUID()) }
        refusedToAll { printBatchPapers.act(territorial(), batch) }
    }

    def "the chair issues the card before her by its code, even on the way, and nothing else"() {
        given:
        def olga = agreed()
        def batch = inProduction()
        def card = cardOf(olga)
        def code = codeOf(card)
        def tooEarly = scan(code)
        markProduced.markProduced(office(), batch, HopCount.complete())
        shipBatch.ship(office(), batch, HopCount.complete())

        when:
        def byNumber = scan(card.ticketNumber())
        def forged = scan(code[0..-2] + (code[-1] == 'A' ? 'E' : 'A'))
        def nonsense = scan('HTTPS://EXAMPLE/V#1')
        def elsewhere = issueCards.issueScanned(chair(otherPrimary), code, TODAY)
        def first = scan(code)
        def again = scan(code)
        def onTheWay = showHops.show(regional(), batch).onTheWay()
        receiveBatch.receive(regional(), batch, new HopCount(0, [] as Set, null))
        handOverOrder.handOver(territorial(), order, HopCount.complete())

        then:
        tooEarly == new CardOutcome.Refused(Reason.NOT_DELIVERED)
        byNumber == new CardOutcome.Refused(Reason.UNKNOWN_CARD)
        forged == new CardOutcome.Refused(Reason.CODE_UNKNOWN)
        nonsense == new CardOutcome.Refused(Reason.CODE_UNKNOWN)
        elsewhere == new CardOutcome.Refused(Reason.UNKNOWN_CARD)
        first == new CardOutcome.Done([card.id()])
        again == new CardOutcome.Refused(Reason.ALREADY_ISSUED)
        onTheWay == 0
        cardOf(olga).status() == ISSUED
        showHops.show(regional(), batch).hops()*.expected() == [1, 1, 0, 0]
    }

    def "the number in Code 128 issues the copy that waits"() {
        given:
        def olga = agreed()
        delivered()

        expect:
        scan(cardOf(olga).ticketNumber()) == new CardOutcome.Done([cardOf(olga).id()])
    }

    def "a slip of the hand is taken back within 15 minutes, whole requests only, and both steps stay"() {
        given:
        def (olga, anna) = [agreed(), agreed()]
        delivered()
        issue(olga)
        clock.advance(Duration.ofMinutes(14))
        issue(anna)

        when:
        def undone = undoIssue.undo(chair(), [cardOf(olga).id()] as Set)
        clock.advance(Duration.ofMinutes(16))
        def late = undoIssue.undo(chair(), [cardOf(anna).id()] as Set)
        def mixed = undoIssue.undo(chair(), [cardOf(olga).id(), cardOf(anna).id()] as Set)
        def strangers = undoIssue.undo(chair(otherPrimary), [cardOf(anna).id()] as Set)

        then:
        undone instanceof CardOutcome.Done
        cardOf(olga).status() == AT_PRIMARY
        cardOf(olga).issuedOn() == null
        showCard.show(chair(), cardOf(olga).id()).steps()*.toStatus().takeRight(2) == [ISSUED, AT_PRIMARY]
        [late, mixed]*.reason() == [Reason.TOO_LATE_TO_UNDO] * 2
        strangers == new CardOutcome.Refused(Reason.UNKNOWN_CARD)
        issue(olga) instanceof CardOutcome.Done

        cleanup:
        clock.advance(Duration.ofMinutes(-30))
    }

    def "a card #end ends as #status, and the member may have the next copy"() {
        given:
        def olga = agreed()
        delivered()
        if (issued) {
            issue(olga)
        }

        when:
        def outcome = endCard.end(chair(), cardOf(olga).id(), end)

        then:
        outcome instanceof CardOutcome.Done
        showCard.show(chair(), cardOf(olga).id()).steps().last().with { [it.toStatus(), it.reason()] } == [status, reason]
        orderCards.order(chair(), UUID.randomUUID(), Selection.allExcept([] as Set)).order().cardCount() == 1
        listCards.list(chair())*.serial() == ['00001', '00002']

        where:
        end                  | issued || status    | reason
        CardEnd.LOST         | true   || LOST      | null
        CardEnd.LOST         | false  || LOST      | null
        CardEnd.WORN         | true   || REPLACED  | 'Карта повреждена'
        CardEnd.DATA_CHANGED | true   || REPLACED  | 'Изменились данные на карте'
        CardEnd.DATA_CHANGED | false  || REPLACED  | 'Изменились данные на карте'
        CardEnd.DEFECTIVE    | false  || DEFECTIVE | 'Брак печати'
        CardEnd.WITHDRAWN    | true   || WITHDRAWN | 'Карта сдана'
    }

    def "who leaves the Union has no card from that moment; a card on its way cannot be handed out"() {
        given:
        def (olga, anna, vera) = [agreed(), agreed(), agreed()]
        delivered()
        issue(olga)
        def late = agreed()
        def batch = inProduction()

        when:
        [olga, anna, late].each { endMembership.end(chair(), it, TODAY, EndReason.RESIGNED) }
        endMembership.end(chair(), vera, TODAY, EndReason.TRANSFER)
        deliver(batch)

        then:
        cardOf(olga).status() == ANNULLED
        cardOf(anna).status() == ANNULLED
        cardOf(vera).status() == AT_PRIMARY
        showCard.show(chair(), cardOf(olga).id()).steps().last().with { [it.reason(), it.organisation()] } == ['Учёт прекращён', null]
        cardOf(late).status() == AT_PRIMARY
        issue(late) == new CardOutcome.Refused(Reason.NOT_A_MEMBER)
        issueCards.issue(chair(), Selection.allExcept([] as Set), TODAY) == new CardOutcome.Refused(Reason.NOTHING_TO_ISSUE)
        endCard.end(chair(), cardOf(late).id(), CardEnd.WITHDRAWN) instanceof CardOutcome.Done
    }

    def "doors without a network learn within a minute that a card is lost, and take the next copy"() {
        given:
        def olga = agreed()
        delivered()
        issue(olga)
        def lost = PlasticCode.parse(codeOf(cardOf(olga)))
        def next = tokens.of(lost.ticket(), new CardSerial('00002'))
        def before = endedCards()

        when:
        endCard.end(chair(), cardOf(olga).id(), CardEnd.LOST)
        clock.advance(Duration.ofMinutes(1))
        def after = endedCards()

        then:
        !before.contains(lost)
        after.contains(lost)
        !after.contains(next)
        after.expiresAt() == after.issuedAt() + Duration.ofDays(7)

        cleanup:
        clock.advance(Duration.ofMinutes(-1))
    }

    def "a draft keeps whom the chair leaves out, costs nothing, is seen by nobody above, and becomes the order"() {
        given:
        def (olga, anna, vera) = [agreed(), agreed(), agreed()]
        orderCards.draft(chair(), Selection.only([olga] as Set))

        when:
        def draft = orderCards.draft(chair(), Selection.allExcept([vera] as Set)).order()
        def kept = showEligibility.show(chair()).draft()
        def above = [territorial(), regional(), office()].collectMany { listOrders.list(it, null) }
        def cards = listCards.list(chair())
        def early = [approveOrder.approve(territorial(), draft.id()), cancelOrder.cancel(chair(), draft.id())]
        def sent = orderCards.order(chair(), draft.id(), Selection.only([olga, anna] as Set))

        then:
        [draft.state(), draft.cardCount(), draft.sumKopecks()] == [OrderState.DRAFT, 2, 3400L]
        [kept.orderId(), kept.leftOut()] == [draft.id(), [vera]]
        above*.state().every { it != OrderState.DRAFT }
        cards == []
        early*.reason().unique() == [OrderOutcome.Reason.NOT_WAITING]
        [sent.order().id(), sent.order().state(), sent.order().number()] == [draft.id(), OrderState.ORDERED, draft.number()]
        listCards.list(chair())*.personId().toSet() == [olga, anna].toSet()
        showEligibility.show(chair()).draft() == null
        orderCards.order(chair(), draft.id(), Selection.only([olga, anna] as Set)).order() == sent.order()
        orderCards.draft(chair(), Selection.only([olga] as Set)) ==
                new OrderCardsOutcome.Refused(OrderCardsOutcome.Reason.PERSON_NOT_ELIGIBLE)
    }

    def "the draft of another primary is no key for an order"() {
        given:
        def olga = agreed(primary: otherPrimary)
        agreed()
        def draft = orderCards.draft(chair(otherPrimary), Selection.only([olga] as Set)).order()

        expect:
        orderCards.order(chair(), draft.id(), Selection.allExcept([] as Set)) ==
                new OrderCardsOutcome.Refused(OrderCardsOutcome.Reason.KEY_OF_ANOTHER_REQUEST)
        orderCards.draft(chair(), Selection.only([olga] as Set)) ==
                new OrderCardsOutcome.Refused(OrderCardsOutcome.Reason.UNKNOWN_PERSON)
    }

    def "the chair takes back an order that nobody approved, and only that"() {
        given:
        agreed()
        def first = ordered()

        expect:
        refusedToAll { cancelOrder.cancel(chair(otherPrimary), first) }
        cancelOrder.cancel(chair(), first).order().state() == OrderState.CANCELLED
        listCards.list(chair())*.status() == [CANCELLED]
        approveOrder.approve(territorial(), first) == new OrderOutcome.Refused(OrderOutcome.Reason.NOT_WAITING)
        approveOrder.approve(territorial(), ordered()) instanceof OrderOutcome.Done
        cancelOrder.cancel(chair(), order) == new OrderOutcome.Refused(OrderOutcome.Reason.NOT_WAITING)
    }

    def "a card on paper is at once in the hand, and plastic takes its place"() {
        given:
        def olga = agreed()

        when:
        def made = makePaperCard.make(chair(), olga).cardIds().first()
        def again = makePaperCard.make(chair(), olga).cardIds().first()
        def pdf = printPaperCard.print(chair(), made)
        def strangers = makePaperCard.make(chair(otherPrimary), olga)
        delivered()
        def plastic = listCards.list(chair()).find { it.medium() == CardMedium.PLASTIC }
        issueCards.issue(chair(), Selection.only([plastic.id()] as Set), TODAY)

        then:
        made == again
        isPdf(pdf.get())
        strangers == new CardOutcome.Refused(Reason.UNKNOWN_CARD)
        listCards.list(chair()).collect { [it.medium(), it.serial(), it.status()] } ==
                [[CardMedium.PAPER, '00001', REPLACED], [CardMedium.PLASTIC, '00002', ISSUED]]
        printPaperCard.print(chair(), made).empty
        printPaperCard.print(chair(), plastic.id()).empty
        makePaperCard.make(chair(), olga) == new CardOutcome.Refused(Reason.HAS_CARD)
    }

    def "no card on paper without consent"() {
        expect:
        makePaperCard.make(chair(), aMember()) == new CardOutcome.Refused(Reason.NO_CONSENT)
    }

    def "the code of a printed sheet opens exactly its cards, for its own primary only"() {
        given:
        2.times { agreed() }
        delivered()
        def waiting = listCards.list(chair())*.id()
        printIssueSheet.print(chair())
        printIssueSheet.print(chair())
        def sheets = asSuperuser { it.rows('SELECT id FROM cards.issue_sheet WHERE primary_id = ?', [primary])*.id }

        expect:
        sheets.size() == 1
        issueSheets.find(chair(), sheets[0]).get().toSet() == waiting.toSet()
        issueSheets.find(chair(otherPrimary), sheets[0]).empty
    }

    def "the bars of a card read as the ticket's number"() {
        given:
        def png = Base64.decoder.decode(BarcodeImage.code128('0000000018').split(',')[1])
        def bars = ImageIO.read(new ByteArrayInputStream(png))
        def pixels = bars.getRGB(0, 0, bars.width, bars.height, null, 0, bars.width)
        def image = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(bars.width, bars.height, pixels)))

        expect:
        new Code128Reader().decode(image).text == '0000000018'
    }

    def "a price begins on a coming day and is never changed; an order keeps its own"() {
        given:
        agreed()
        def cheap = orderCards.order(chair(), UUID.randomUUID(), Selection.allExcept([] as Set)).order()
        def tomorrow = TODAY.plusDays(1)

        expect:
        setPrice.set(office(), TODAY, new Kopecks(2150)) == SetPrice.Outcome.NOT_IN_FUTURE
        setPrice.set(office(), tomorrow, new Kopecks(2150)) == SetPrice.Outcome.SET
        setPrice.set(office(), tomorrow, new Kopecks(2150)) == SetPrice.Outcome.SET
        setPrice.set(office(), tomorrow, new Kopecks(2200)) == SetPrice.Outcome.ALREADY_ANOTHER
        refusedToAll { setPrice.set(regional(), tomorrow, new Kopecks(2150)) }
        cheap.sumKopecks() == 1700
        showEligibility.show(chair()).price() == new Kopecks(1700)
        planCosts.plan(office(), 2027).price() == new Kopecks(2150)

        cleanup:
        asSuperuser { it.execute("DELETE FROM cards.price WHERE valid_from > '2026-01-01'") }
    }

    def "a territory sees what its cards cost this year and what is still to be ordered"() {
        given:
        3.times { agreed() }
        delivered()
        2.times { agreed() }
        aMember(universityPrimary)

        when:
        def costs = planCosts.plan(regional(), 2026).territories()

        then:
        costs.find { it.payerId() == local }.with { [it.members(), it.ordered(), it.orderedKopecks(), it.withoutCard(), it.stillKopecks()] } ==
                [5, 3, 5100L, 2, 3400L]
        costs.find { it.payerId() == region }.with { [it.members(), it.ordered(), it.withoutCard()] } == [1, 0, 1]
        planCosts.plan(territorial(), 2025).territories()*.orderedKopecks() == [0L]
        inTransaction { it.createStatement().executeQuery('SELECT count(*) FROM members.membership').with { it.next(); it.getInt(1) } } == 0
    }

    def "sessions that issue, lose, undo and reissue the same card at once leave one truth and readable refusals"() {
        given:
        def olga = agreed()
        delivered()
        def card = cardOf(olga)

        when:
        def answers = (1..4).collectMany {
            [{ issue(olga) }, { endCard.end(chair(), card.id(), CardEnd.LOST) },
             { undoIssue.undo(chair(), [card.id()] as Set) },
             { orderCards.order(chair(), UUID.randomUUID(), Selection.only([olga] as Set)) }]
        }.collect { work -> CompletableFuture.supplyAsync { work() } }*.get()

        then:
        def copies = listCards.list(chair())
        copies.count { it.status().isLive() } <= 1
        copies.find { it.id() == card.id() }.status() == LOST
        copies.each { copy ->
            def steps = showCard.show(chair(), copy.id()).steps()
            assert steps*.toStatus().last() == copy.status()
            assert steps.collate(2, 1, false).every { it.size() < 2 || it[0].toStatus() == it[1].fromStatus() }
        }
        answers.findAll { it instanceof CardOutcome.Refused }.every { it.reason().sentence() ==~ /[А-Я].*/ }
        answers.count { it instanceof OrderCardsOutcome.Ordered } == copies.size() - 1
    }

    // the actors and their steps

    private UUID order

    private UUID agreed(Map<String, ?> details = [:]) {
        aMember([consents: [UNION_PROCESSING: 'GIVEN']] + details)
    }

    private Acting office() {
        officer(central, Level.CENTRAL)
    }

    private Acting regional() {
        officer(region, Level.REGIONAL)
    }

    private Acting territorial() {
        officer(local, Level.LOCAL)
    }

    private UUID ordered() {
        order = orderCards.order(chair(), UUID.randomUUID(), Selection.allExcept([] as Set)).order().id()
    }

    private UUID inProduction() {
        approveOrder.approve(territorial(), ordered())
        takeIntoProduction.take(office(), UUID.randomUUID(), region).batch().id()
    }

    private void deliver(UUID batch) {
        markProduced.markProduced(office(), batch, HopCount.complete())
        shipBatch.ship(office(), batch, HopCount.complete())
        receiveBatch.receive(regional(), batch, HopCount.complete())
        handOverOrder.handOver(territorial(), order, HopCount.complete())
    }

    private void delivered() {
        deliver(inProduction())
    }

    private CardOutcome issue(UUID person) {
        issueCards.issue(chair(), Selection.only([cardOf(person).id()] as Set), TODAY)
    }

    private CardOutcome scan(String code) {
        issueCards.issueScanned(chair(), code, TODAY)
    }

    private CardSummary cardOf(UUID person) {
        listCards.list(chair()).find { it.personId() == person }
    }

    private String codeOf(CardSummary card) {
        tokens.of(new TicketNumber(card.ticketNumber()), new CardSerial(card.serial())).text()
    }

    private EndedCards endedCards() {
        EndedCards.read(publishEndedCards.list(), issuerKeys.pinned())
    }

    private static boolean isPdf(byte[] bytes) {
        new String(bytes, 0, 5, 'US-ASCII') == '%PDF-'
    }

    private static boolean refusedToAll(Closure<?> step) {
        try {
            step()
            false
        } catch (NotYours ignored) {
            true
        }
    }
}
