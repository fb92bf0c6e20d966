package org.profbilet.cards

import io.micronaut.context.event.ApplicationEventListener
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import jakarta.inject.Singleton
import java.nio.file.Files
import java.nio.file.Path
import java.time.LocalDate
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CopyOnWriteArrayList
import org.profbilet.access.Acting
import org.profbilet.access.NotYours
import org.profbilet.cards.production.*
import org.profbilet.contract.credential.CardSerial
import org.profbilet.contract.credential.TicketNumber
import org.profbilet.organisations.Level
import org.profbilet.requests.Selection
import org.profbilet.testing.UnionSpec

import static org.profbilet.cards.CardStatus.*

@MicronautTest(transactional = false)
class CardJourneySpec extends UnionSpec {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 20)
    static final Path KEYS = Files.createTempDirectory('keys')

    @Inject
    ShowEligibility showEligibility

    @Inject
    OrderCards orderCards

    @Inject
    ApproveOrder approveOrder

    @Inject
    ReturnOrder returnOrder

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
    IssueCards issueCards

    @Inject
    EndCard endCard

    @Inject
    ListCards listCards

    @Inject
    ShowCard showCard

    @Inject
    ListOrders listOrders

    @Inject
    ListBatches listBatches

    @Inject
    PersonaliseBatch personaliseBatch

    @Inject
    Facts facts

    @Override
    Map<String, String> getProperties() {
        super.properties + ['profbilet.keys.directory': KEYS.toString()]
    }

    def "a card goes from the order into the member's hands, and its history tells every step"() {
        given:
        def olga = agreed(lastName: 'Агеева')
        def order = ordered()
        def card = cardOf(olga)

        when:
        deliver(order)
        def outcome = issueCards.issue(chair(), Selection.only([card.id()] as Set), TODAY)

        then:
        outcome == new CardOutcome.Done([card.id()])
        def history = showCard.show(chair(), card.id())
        history.card().status() == ISSUED
        history.card().issuedOn() == TODAY
        history.card().serial() == '00001'
        history.steps()*.toStatus() == [ORDERED, IN_PRODUCTION, PRODUCED, SHIPPED, RECEIVED_REGION, AT_PRIMARY, ISSUED]
        history.steps()*.fromStatus() == [null, ORDERED, IN_PRODUCTION, PRODUCED, SHIPPED, RECEIVED_REGION, AT_PRIMARY]
        history.steps()*.organisation() == [
                'Первичная организация школы № 17', 'Центральный совет', 'Центральный совет', 'Центральный совет',
                'Татарстанская республиканская организация', 'Агрызская районная организация',
                'Первичная организация школы № 17']
        facts.issued == [new CardIssued(card.id(), olga, primary, TODAY, clock.instant())]
        listOrders.list(chair(), null)*.state() == [OrderState.FULFILLED]
        listBatches.list(officer(region, Level.REGIONAL)).first().state() == BatchState.CLOSED
        auditOf(card.id()) == ['CARD_ISSUED']
        auditOf(order) == ['CARDS_ORDERED', 'ORDER_APPROVED', 'CARDS_AT_PRIMARY']
    }

    def "the order keeps the price of its day and the exact sum"() {
        given:
        3.times { agreed() }

        when:
        def order = orderCards.order(chair(), UUID.randomUUID(), Selection.allExcept([] as Set)).order()

        then:
        order.cardCount() == 3
        order.priceKopecks() == 1700
        order.sumKopecks() == 5100
        order.payerId() == local
        order.regionId() == region
    }

    def "a card is ordered for nobody who #because"() {
        given:
        def olga = aMember(details)
        if (already) {
            orderCards.order(chair(), UUID.randomUUID(), Selection.only([olga] as Set))
        }

        expect:
        def other = showEligibility.show(chair()).others().find { it.personId() == olga }
        other.problem().get() == reason
        orderCards.order(chair(), UUID.randomUUID(), Selection.only([olga] as Set)) ==
                new OrderCardsOutcome.Refused(OrderCardsOutcome.Reason.PERSON_NOT_ELIGIBLE)
        orderCards.order(chair(), UUID.randomUUID(), Selection.allExcept([] as Set)) ==
                new OrderCardsOutcome.Refused(OrderCardsOutcome.Reason.NOBODY_CHOSEN)

        where:
        because                     | details                                                              | already || reason
        'has not decided'           | [:]                                                                  | false   || Ineligible.CONSENT_MISSING
        'refused the processing'    | [consents: [UNION_PROCESSING: 'REFUSED']]                            | false   || Ineligible.CONSENT_REFUSED
        'withdrew her consent'      | [consents: [UNION_PROCESSING: 'WITHDRAWN']]                          | false   || Ineligible.CONSENT_WITHDRAWN
        'has a live card'           | [consents: [UNION_PROCESSING: 'GIVEN']]                              | true    || Ineligible.HAS_LIVE_CARD
        'has a name of 25 letters'  | [lastName: 'А' * 25, consents: [UNION_PROCESSING: 'GIVEN']]          | false   || Ineligible.NAME_TOO_LONG
        'has a Latin letter in it'  | [lastName: 'Петpова', consents: [UNION_PROCESSING: 'GIVEN']]         | false   || Ineligible.NAME_NOT_CYRILLIC
    }

    def "a name of 24 letters, a hyphen, an apostrophe and no patronymic are printable"() {
        given:
        agreed(lastName: 'А' * 24, firstName: "Анна-Мар'я", middleName: null)

        expect:
        showEligibility.show(chair()).eligible().size() == 1
        showEligibility.show(chair()).sum() == new Kopecks(1700)
    }

    def "who is no longer on record gets no card, and stands on no list"() {
        given:
        def olga = agreed()
        endMembership(olga, TODAY)

        expect:
        showEligibility.show(chair()).others() == []
        orderCards.order(chair(), UUID.randomUUID(), Selection.only([olga] as Set)) ==
                new OrderCardsOutcome.Refused(OrderCardsOutcome.Reason.PERSON_NOT_ELIGIBLE)
    }

    def "the same order again is the same order, another one under its key is refused"() {
        given:
        def (olga, anna) = [agreed(), agreed()]
        def key = UUID.randomUUID()
        def first = orderCards.order(chair(), key, Selection.only([olga] as Set))

        expect:
        orderCards.order(chair(), key, Selection.only([olga] as Set)).order() == first.order()
        orderCards.order(chair(), key, Selection.only([anna] as Set)) ==
                new OrderCardsOutcome.Refused(OrderCardsOutcome.Reason.KEY_OF_ANOTHER_REQUEST)
        orderCards.order(chair(otherPrimary), key, Selection.allExcept([] as Set)) ==
                new OrderCardsOutcome.Refused(OrderCardsOutcome.Reason.KEY_OF_ANOTHER_REQUEST)
        listCards.list(chair()).size() == 1
    }

    def "of two orders for the same people at once, one is made"() {
        given:
        5.times { agreed() }

        when:
        def outcomes = (1..4).collect {
            CompletableFuture.supplyAsync { orderCards.order(chair(), UUID.randomUUID(), Selection.allExcept([] as Set)) }
        }*.get()

        then:
        outcomes.count { it instanceof OrderCardsOutcome.Ordered } == 1
        outcomes.count { it == new OrderCardsOutcome.Refused(OrderCardsOutcome.Reason.NOBODY_CHOSEN) } == 3
        listCards.list(chair()).size() == 5
    }

    def "a returned order ends its cards, and the chair orders anew with the next serial"() {
        given:
        agreed()
        def order = ordered()

        when:
        def returned = returnOrder.returnOrder(territorial(), order, 'Исправьте фамилию')
        def again = orderCards.order(chair(), UUID.randomUUID(), Selection.allExcept([] as Set))

        then:
        returned.order().state() == OrderState.RETURNED
        returned.order().returnReason() == 'Исправьте фамилию'
        again.order().cardCount() == 1
        listCards.list(chair()).collectEntries { [it.serial(), it.status()] } == ['00001': CANCELLED, '00002': ORDERED]
    }

    def "a step of an order is refused when #because"() {
        given:
        agreed()
        def order = ordered()
        steps.each { it.call(this, order) }

        expect:
        step.call(this, order) == new OrderOutcome.Refused(reason)

        where:
        because                     | steps      | step     || reason
        'approved twice'            | [approve]  | approve  || OrderOutcome.Reason.NOT_WAITING
        'returned after approval'   | [approve]  | sendBack || OrderOutcome.Reason.NOT_WAITING
        'approved after return'     | [sendBack] | approve  || OrderOutcome.Reason.NOT_WAITING
        'handed over when ordered'  | []         | handOver || OrderOutcome.Reason.NOT_RECEIVED
        'handed over when approved' | [approve]  | handOver || OrderOutcome.Reason.NOT_RECEIVED
        'handed over twice'         | [delivery] | handOver || OrderOutcome.Reason.ALREADY_HANDED_OVER
        'returned when handed over' | [delivery] | sendBack || OrderOutcome.Reason.NOT_WAITING
    }

    def "cards in #status: issue is answered #issue, loss is answered #loss"() {
        given:
        def olga = agreed()
        ordered()
        def card = cardOf(olga)
        asSuperuser {
            it.execute('SET session_replication_role = replica') // past the table of moves
            it.execute("UPDATE cards.card SET status = ?, issued_on = '2026-11-20' WHERE id = ?", [status.name(), card.id()])
        }

        expect:
        reasonOf(issueCards.issue(chair(), Selection.only([card.id()] as Set), TODAY)) == issue

        when:
        asSuperuser {
            it.execute('SET session_replication_role = replica')
            it.execute("UPDATE cards.card SET status = ?, issued_on = '2026-11-20' WHERE id = ?", [status.name(), card.id()])
        }

        then:
        reasonOf(endCard.end(chair(), card.id(), CardEnd.LOST)) == loss

        where:
        status          || issue                             | loss
        ORDERED         || CardOutcome.Reason.NOT_DELIVERED  | CardOutcome.Reason.NOT_DELIVERED
        IN_PRODUCTION   || CardOutcome.Reason.NOT_DELIVERED  | CardOutcome.Reason.NOT_DELIVERED
        PRODUCED        || CardOutcome.Reason.NOT_DELIVERED  | CardOutcome.Reason.NOT_DELIVERED
        SHIPPED         || CardOutcome.Reason.NOT_DELIVERED  | CardOutcome.Reason.NOT_DELIVERED
        RECEIVED_REGION || CardOutcome.Reason.NOT_DELIVERED  | CardOutcome.Reason.NOT_DELIVERED
        AT_PRIMARY      || null                              | null
        ISSUED          || CardOutcome.Reason.ALREADY_ISSUED | null
        CANCELLED       || CardOutcome.Reason.CARD_ENDED     | CardOutcome.Reason.CARD_ENDED
        DEFECTIVE       || CardOutcome.Reason.CARD_ENDED     | CardOutcome.Reason.CARD_ENDED
        LOST_IN_TRANSIT || CardOutcome.Reason.CARD_ENDED     | CardOutcome.Reason.CARD_ENDED
        LOST            || CardOutcome.Reason.CARD_ENDED     | CardOutcome.Reason.CARD_ENDED
        WITHDRAWN       || CardOutcome.Reason.CARD_ENDED     | CardOutcome.Reason.CARD_ENDED
        REPLACED        || CardOutcome.Reason.CARD_ENDED     | CardOutcome.Reason.CARD_ENDED
        ANNULLED        || CardOutcome.Reason.CARD_ENDED     | CardOutcome.Reason.CARD_ENDED
    }

    def "a batch makes its steps only in their order, each by its level"() {
        given:
        agreed()
        def order = ordered()
        def centralOffice = officer(central, Level.CENTRAL)
        def regionalOffice = officer(region, Level.REGIONAL)
        approveOrder.approve(territorial(), order)
        def batch = takeIntoProduction.take(centralOffice, UUID.randomUUID(), region).batch().id()
        def wrong = new BatchOutcome.Refused(BatchOutcome.Reason.WRONG_STEP)

        expect:
        shipBatch.ship(centralOffice, batch, HopCount.complete()) == wrong
        receiveBatch.receive(regionalOffice, batch, HopCount.complete()) == wrong
        markProduced.markProduced(centralOffice, batch, HopCount.complete()).batch().state() == BatchState.PRODUCED
        markProduced.markProduced(centralOffice, batch, HopCount.complete()) == wrong
        receiveBatch.receive(regionalOffice, batch, HopCount.complete()) == wrong
        shipBatch.ship(centralOffice, batch, HopCount.complete()).batch().state() == BatchState.SHIPPED
        shipBatch.ship(centralOffice, batch, HopCount.complete()) == wrong
        receiveBatch.receive(regionalOffice, batch, HopCount.complete()).batch().state() == BatchState.RECEIVED
        receiveBatch.receive(regionalOffice, batch, HopCount.complete()) == wrong
        refusedToAll { receiveBatch.receive(centralOffice, batch, HopCount.complete()) }
        refusedToAll { receiveBatch.receive(officer(organisation(Level.REGIONAL, central, 'Другая'), Level.REGIONAL), batch, HopCount.complete()) }
        refusedToAll { markProduced.markProduced(regionalOffice, batch, HopCount.complete()) }
        refusedToAll { shipBatch.ship(territorial(), batch, HopCount.complete()) }
        takeIntoProduction.take(centralOffice, UUID.randomUUID(), region) ==
                new BatchOutcome.Refused(BatchOutcome.Reason.NOTHING_APPROVED)
        takeIntoProduction.take(centralOffice, batch, region).batch().id() == batch
    }

    def "only the organisation that pays moves an order, and where there is no local that is the region"() {
        given:
        agreed()
        def order = ordered()
        def university = agreed(primary: universityPrimary)
        def otherOrder = orderCards.order(
                chair(universityPrimary), UUID.randomUUID(), Selection.only([university] as Set)).order().id()
        def regionalOffice = officer(region, Level.REGIONAL)
        def stranger = officer(organisation(Level.LOCAL, region, 'Соседняя'), Level.LOCAL)

        expect:
        refusedToAll { approveOrder.approve(regionalOffice, order) }
        refusedToAll { approveOrder.approve(stranger, order) }
        refusedToAll { approveOrder.approve(chair(), order) }
        refusedToAll { returnOrder.returnOrder(stranger, order, 'нет') }
        refusedToAll { handOverOrder.handOver(stranger, order, HopCount.complete()) }
        refusedToAll { approveOrder.approve(territorial(), otherOrder) }
        approveOrder.approve(regionalOffice, otherOrder).order().state() == OrderState.APPROVED
        deliver(otherOrder, regionalOffice, true)
        listCards.list(chair(universityPrimary))*.status() == [AT_PRIMARY]
    }

    def "all cards of the request are issued or none"() {
        given:
        def (olga, anna, vera) = [agreed(), agreed(), agreed()]
        deliver(ordered())
        def first = cardOf(olga)
        issueCards.issue(chair(), Selection.only([first.id()] as Set), TODAY)

        when:
        def mixed = issueCards.issue(chair(), Selection.only([first.id(), cardOf(anna).id()] as Set), TODAY)
        def future = issueCards.issue(chair(), Selection.only([cardOf(anna).id()] as Set), TODAY.plusDays(1))
        def past = issueCards.issue(chair(), Selection.only([cardOf(anna).id()] as Set), TODAY.minusDays(1))
        def unknown = issueCards.issue(chair(), Selection.only([cardOf(anna).id(), UUID.randomUUID()] as Set), TODAY)
        def allBut = issueCards.issue(chair(), Selection.allExcept([cardOf(vera).id()] as Set), TODAY)

        then:
        mixed == new CardOutcome.Refused(CardOutcome.Reason.ALREADY_ISSUED)
        future == new CardOutcome.Refused(CardOutcome.Reason.ISSUE_DATE_WRONG)
        past == new CardOutcome.Refused(CardOutcome.Reason.ISSUE_DATE_WRONG)
        unknown == new CardOutcome.Refused(CardOutcome.Reason.UNKNOWN_CARD)
        allBut == new CardOutcome.Done([cardOf(anna).id()])
        cardOf(vera).status() == AT_PRIMARY
        issueCards.issue(chair(), Selection.allExcept([cardOf(vera).id()] as Set), TODAY) ==
                new CardOutcome.Refused(CardOutcome.Reason.NOTHING_TO_ISSUE)
    }

    def "two sessions issue and lose the same card at once, and one truth stays"() {
        given:
        def olga = agreed()
        deliver(ordered())
        def card = cardOf(olga)

        when:
        def answers = (1..3).collectMany {
            [CompletableFuture.supplyAsync { issueCards.issue(chair(), Selection.only([card.id()] as Set), TODAY) },
             CompletableFuture.supplyAsync { endCard.end(chair(), card.id(), CardEnd.LOST) }]
        }*.get()

        then:
        def steps = showCard.show(chair(), card.id()).steps()
        cardOf(olga).status() == LOST
        steps*.toStatus().drop(5) in [[AT_PRIMARY, LOST], [AT_PRIMARY, ISSUED, LOST]]
        answers.count { it instanceof CardOutcome.Done } == steps.size() - 6
        steps.collate(2, 1, false).every { it[0].toStatus() == it[1].fromStatus() }
        facts.lost*.cardId() == [card.id()]
    }

    def "a lost card makes room for a new copy of the same ticket"() {
        given:
        def olga = agreed()
        deliver(ordered())
        def card = cardOf(olga)
        endCard.end(chair(), card.id(), CardEnd.LOST)

        when:
        ordered()

        then:
        def copies = listCards.list(chair())
        copies*.ticketNumber().toSet().size() == 1
        copies*.serial() == ['00001', '00002']
        copies*.status() == [LOST, ORDERED]
    }

    def "a chair of another primary gets nothing for every id of this one"() {
        given:
        def olga = agreed()
        def order = ordered()
        deliver(order)
        def card = cardOf(olga)
        def stranger = chair(otherPrimary)

        expect:
        listCards.list(stranger) == []
        listOrders.list(stranger, null) == []
        refusedToAll { showCard.show(stranger, card.id()) }
        issueCards.issue(stranger, Selection.only([card.id()] as Set), TODAY) ==
                new CardOutcome.Refused(CardOutcome.Reason.UNKNOWN_CARD)
        endCard.end(stranger, card.id(), CardEnd.LOST) == new CardOutcome.Refused(CardOutcome.Reason.UNKNOWN_CARD)
        orderCards.order(stranger, UUID.randomUUID(), Selection.only([olga] as Set)) ==
                new OrderCardsOutcome.Refused(OrderCardsOutcome.Reason.UNKNOWN_PERSON)
        cardOf(olga).status() == AT_PRIMARY
    }

    def "the territory sees counts and money; of names the database shows it only the cards of its order, of persons none"() {
        given:
        agreed()
        def order = ordered()
        agreed(primary: otherPrimary)
        orderCards.order(chair(otherPrimary), UUID.randomUUID(), Selection.allExcept([] as Set))
        def counts = { connection ->
            ['cards.card', 'cards.card_step', 'members.person', 'members.membership', 'consents.current'].collectEntries {
                def rows = connection.createStatement().executeQuery("SELECT count(*) FROM $it")
                rows.next()
                [it.tokenize('.').last(), rows.getInt(1)]
            }
        }

        expect:
        listOrders.list(territorial(), OrderState.ORDERED)*.sumKopecks() == [1700, 1700]
        inTransaction { counts(it) } ==
                [card: 0, card_step: 0, person: 0, membership: 0, current: 0]
        inTransaction { rowScope.orders([order]); counts(it) } ==
                [card: 1, card_step: 1, person: 0, membership: 0, current: 0]
    }

    def "the personalisation file is sorted, complete, logged, and gone after production"() {
        given:
        def centralOffice = officer(central, Level.CENTRAL)
        ['Яшина', 'Ёлкина', 'Ежова'].each { agreed(lastName: it, middleName: it == 'Яшина' ? null : 'Ивановна') }
        def order = ordered()
        agreed(primary: otherPrimary, lastName: 'Абрамова')
        def other = orderCards.order(chair(otherPrimary), UUID.randomUUID(), Selection.allExcept([] as Set)).order().id()
        [order, other].each { approveOrder.approve(territorial(), it) }
        def batch = takeIntoProduction.take(centralOffice, UUID.randomUUID(), region).batch()

        when:
        def file = personaliseBatch.read(centralOffice, batch.id()).get().csv()
        markProduced.markProduced(centralOffice, batch.id(), HopCount.complete())

        then:
        def lines = file.readLines()*.split(';', -1)
        lines.first().toList() == ['batchNo', 'seq', 'ticketNumber', 'cardSerial', 'lastName', 'firstName', 'middleName',
                                   'regionLine', 'code128', 'qr', 'inpo']
        lines.drop(1).collect { it[4] } == ['Ежова', 'Ёлкина', 'Яшина', 'Абрамова']
        lines.drop(1).collect { it[1] } == ['1', '2', '3', '4']
        lines[3][6] == ''
        lines[1][7] == 'Татарстанская республиканская организация'
        lines[1][8] == lines[1][2]
        lines[1][9] ==~ "EPB1:${lines[1][2]}:00001:[A-Z2-7]{26}"
        lines.drop(1).collect { it[9] }.toSet().size() == 4
        personaliseBatch.read(centralOffice, batch.id()).empty
        refusedToAll { personaliseBatch.read(officer(region, Level.REGIONAL), batch.id()) }
        auditOf(batch.id()) == ['BATCH_TAKEN_INTO_PRODUCTION', 'BATCH_PERSONALISATION_READ', 'CARDS_PRODUCED']
    }

    def "the secret of a card follows from the key alone, and the key is its owner's"() {
        given:
        def token = context.getBean(PlasticTokens).of(new TicketNumber('0000000018'), new CardSerial('00001'))
        def mac = javax.crypto.Mac.getInstance('HmacSHA256')
        mac.init(new javax.crypto.spec.SecretKeySpec(Files.readAllBytes(KEYS.resolve('plastic.key')), 'HmacSHA256'))
        def expected = Arrays.copyOf(mac.doFinal('0000000018:00001'.bytes), 16)

        expect:
        new BigInteger(1, expected).shiftLeft(2) == token.token().inject(BigInteger.ZERO) { sum, letter ->
            sum * 32 + 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter)
        }
        Files.getPosixFilePermissions(KEYS.resolve('plastic.key'))*.name().toSet() == ['OWNER_READ', 'OWNER_WRITE'].toSet()
        Files.size(KEYS.resolve('plastic.key')) == 32
        new FilePlasticKey(KEYS.toString()).secret() == context.getBean(PlasticKey).secret()
        Files.list(KEYS).toList()*.fileName*.toString() == ['plastic.key']
        !token.toString().contains(token.token())
    }

    // the actors and their steps

    static final approve = { spec, order -> spec.approveOrder.approve(spec.territorial(), order) }
    static final sendBack = { spec, order -> spec.returnOrder.returnOrder(spec.territorial(), order, 'Исправьте') }
    static final handOver = { spec, order -> spec.handOverOrder.handOver(spec.territorial(), order, HopCount.complete()) }
    static final delivery = { spec, order -> spec.deliver(order) }

    private UUID agreed(Map<String, ?> details = [:]) {
        aMember([consents: [UNION_PROCESSING: 'GIVEN']] + details)
    }

    private Acting territorial() {
        officer(local, Level.LOCAL)
    }

    private UUID ordered() {
        orderCards.order(chair(), UUID.randomUUID(), Selection.allExcept([] as Set)).order().id()
    }

    private boolean deliver(UUID order, Acting payer = territorial(), boolean approved = false) {
        def centralOffice = officer(central, Level.CENTRAL)
        if (!approved) {
            approveOrder.approve(payer, order)
        }
        def batch = takeIntoProduction.take(centralOffice, UUID.randomUUID(), region).batch().id()
        markProduced.markProduced(centralOffice, batch, HopCount.complete())
        shipBatch.ship(centralOffice, batch, HopCount.complete())
        receiveBatch.receive(officer(region, Level.REGIONAL), batch, HopCount.complete())
        handOverOrder.handOver(payer, order, HopCount.complete()) instanceof OrderOutcome.Done
    }

    private CardSummary cardOf(UUID person) {
        listCards.list(chair()).findAll { it.personId() == person }.last()
    }

    private static Object reasonOf(CardOutcome outcome) {
        outcome instanceof CardOutcome.Refused ? outcome.reason() : null
    }

    private List<String> auditOf(UUID subject) {
        asSuperuser { it.rows('SELECT action FROM audit.entry WHERE subject_id = ? ORDER BY id', [subject])*.action }
    }

    private static boolean refusedToAll(Closure<?> step) {
        try {
            step()
            false
        } catch (NotYours ignored) {
            true
        }
    }

    def setup() {
        facts.issued.clear()
        facts.lost.clear()
    }

    @Singleton
    static class Facts {
        final List<CardIssued> issued = new CopyOnWriteArrayList<>()
        final List<CardLost> lost = new CopyOnWriteArrayList<>()
    }

    @Singleton
    static class HearsIssued implements ApplicationEventListener<CardIssued> {
        @Inject
        Facts facts

        @Override
        void onApplicationEvent(CardIssued fact) {
            facts.issued << fact
        }
    }

    @Singleton
    static class HearsLost implements ApplicationEventListener<CardLost> {
        @Inject
        Facts facts

        @Override
        void onApplicationEvent(CardLost fact) {
            facts.lost << fact
        }
    }
}
