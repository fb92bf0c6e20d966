package org.profbilet.bench

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.nio.file.Files
import java.nio.file.Path
import java.time.LocalDate
import org.profbilet.cards.ApproveOrder
import org.profbilet.cards.IssueCards
import org.profbilet.cards.OrderCards
import org.profbilet.cards.production.HandOverOrder
import org.profbilet.cards.production.HopCount
import org.profbilet.cards.production.MarkProduced
import org.profbilet.cards.production.PersonaliseBatch
import org.profbilet.cards.production.ReceiveBatch
import org.profbilet.cards.production.ShipBatch
import org.profbilet.cards.production.TakeIntoProduction
import org.profbilet.organisations.Level
import org.profbilet.requests.Selection
import org.profbilet.testing.Union
import org.profbilet.testing.UnionSpec

/**
 * Cards on the whole way, order to hand, as rows a second beside the same updates in plain SQL.
 * {@code -Dbench.cards=176000} is the long form, {@code deploy/bench/production}.
 */
@MicronautTest(transactional = false)
class ProductionBenchSpec extends UnionSpec {

    static final int CARDS = Integer.getInteger('bench.cards', 1000)
    static final int PRIMARY = 500
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20)
    static final Path FIGURES = Path.of('target', 'bench', 'production.txt')

    @Inject
    OrderCards orderCards

    @Inject
    ApproveOrder approveOrder

    @Inject
    TakeIntoProduction takeIntoProduction

    @Inject
    PersonaliseBatch personaliseBatch

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

    @Override
    Map<String, String> getProperties() {
        super.properties + ['profbilet.keys.directory': Files.createTempDirectory('keys').toString()]
    }

    def "every card goes the whole way, and the figures are kept"() {
        given:
        def primaries = (1..Math.max(1, CARDS.intdiv(PRIMARY))).collect { organisation(Level.PRIMARY, local, "Школа № $it") }
        def cards = primaries.size() * PRIMARY
        primaries.each { people(it) }
        asSuperuser { it.execute('ANALYZE') }
        def (office, regional, territorial) = [officer(central, Level.CENTRAL), officer(region, Level.REGIONAL), officer(local, Level.LOCAL)]
        def all = Selection.allExcept([] as Set)
        def times = [:]
        def batch = null

        when:
        def orders = timed(times, 'ordered') { primaries.collect { orderCards.order(chair(it), UUID.randomUUID(), all).order().id() } }
        timed(times, 'approved') { orders.each { approveOrder.approve(territorial, it) } }
        timed(times, 'in production') { batch = takeIntoProduction.take(office, UUID.randomUUID(), region).batch().id() }
        def file = timed(times, 'CSV') { personaliseBatch.read(office, batch).get().csv() }
        def book = timed(times, 'XLSX') { personaliseBatch.read(office, batch).get().xlsx() }
        timed(times, 'produced') { markProduced.markProduced(office, batch, HopCount.complete()) }
        timed(times, 'shipped') { shipBatch.ship(office, batch, HopCount.complete()) }
        timed(times, 'received') { receiveBatch.receive(regional, batch, HopCount.complete()) }
        timed(times, 'handed over') { orders.each { handOverOrder.handOver(territorial, it, HopCount.complete()) } }
        timed(times, 'issued') { primaries.each { issueCards.issue(chair(it), all, TODAY) } }
        def plain = plainSql(primaries)

        then:
        report(cards, primaries.size(), times, plain, file.length(), book.length)
        file.readLines().size() == cards + 1
        asSuperuser { it.firstRow("SELECT count(*) AS n FROM cards.card WHERE status = 'ISSUED'").n } == cards
        asSuperuser { it.firstRow('SELECT count(*) AS n FROM cards.card_step').n } == 7 * cards
        asSuperuser { it.firstRow('SELECT sum(sum_kopecks) AS n FROM cards.card_order').n } == 1700L * cards
    }

    /** The same hops as one UPDATE and one INSERT each, on copies of the tables without a guard. */
    private Map<String, Long> plainSql(List<UUID> primaries) {
        def times = [:]
        asSuperuser { sql ->
            sql.execute('CREATE SCHEMA plain')
            sql.execute('CREATE TABLE plain.card (LIKE cards.card INCLUDING ALL)')
            sql.execute("INSERT INTO plain.card SELECT * FROM cards.card")
            sql.execute("UPDATE plain.card SET status = 'ORDERED', issued_on = NULL")
            sql.execute('CREATE TABLE plain.card_step (LIKE cards.card_step INCLUDING ALL)')
            sql.execute('VACUUM ANALYZE plain.card')
            [['in production', 'ORDERED', 'IN_PRODUCTION'], ['produced', 'IN_PRODUCTION', 'PRODUCED'], ['shipped', 'PRODUCED', 'SHIPPED'],
             ['received', 'SHIPPED', 'RECEIVED_REGION']].each { name, from, to ->
                timed(times, name) { sql.withTransaction { plainHop(sql, from, to, 'true', []) } }
            }
            [['handed over', 'RECEIVED_REGION', 'AT_PRIMARY'], ['issued', 'AT_PRIMARY', 'ISSUED']].each { name, from, to ->
                timed(times, name) { primaries.each { primary -> sql.withTransaction { plainHop(sql, from, to, 'primary_id = ?', [primary]) } } }
            }
        }
        times
    }

    private static void plainHop(sql, String from, String to, String which, List parameters) {
        sql.execute("""
            WITH moved AS (
              UPDATE plain.card
                 SET status = '$to', issued_on = CASE WHEN '$to' = 'ISSUED' THEN DATE '2026-11-20' END, version = version + 1
               WHERE status = '$from' AND $which
              RETURNING id, person_id, primary_id, order_id)
            INSERT INTO plain.card_step (id, card_id, person_id, primary_id, order_id, at, from_status, to_status)
            SELECT gen_random_uuid(), id, person_id, primary_id, order_id, now(), '$from', '$to' FROM moved""".toString(), parameters)
    }

    private void people(UUID primary) {
        asSuperuser { sql ->
            sql.execute('''
                CREATE TEMPORARY TABLE newcomer AS
                SELECT gen_random_uuid() AS id, place FROM generate_series(1, ?) AS place''', [PRIMARY])
            def numbers = (1..PRIMARY).collect { Union.ticketNumber() }
            sql.execute('''
                INSERT INTO members.person (id, primary_id, ticket_number, last_name, first_name, middle_name, birth_date,
                                            sex, search_name, created_at)
                SELECT id, ?, (CAST(string_to_array(?, ',') AS text[]))[place], 'Иванова', 'Мария', 'Петровна', '1980-02-01', 'F',
                       'иванова мария петровна', now()
                  FROM newcomer''', [primary, numbers.join(',')])
            sql.execute('''
                INSERT INTO members.membership (id, person_id, primary_id, category, engagement, joined_union_on,
                                                registered_on, valid_from, recorded_at)
                SELECT gen_random_uuid(), id, ?, 'WORKING', 'MAIN', '2010-09-01', '2010-09-01', '2010-09-01', now()
                  FROM newcomer''', [primary])
            sql.firstRow("SELECT set_config('profbilet.primaries', ?, false)", [primary.toString()])
            sql.execute('''
                INSERT INTO consents.decision (id, person_id, primary_id, purpose, channel, state, version, text_id, form,
                                               signed_on, keeper_id, recorded_at)
                SELECT gen_random_uuid(), id, ?, 'UNION_PROCESSING', 'NONE', 'GIVEN', 1,
                       (SELECT t.id FROM consents.text t WHERE t.purpose = 'UNION_PROCESSING' ORDER BY t.effective_from DESC LIMIT 1),
                       'PAPER', '2026-01-15', ?, now()
                  FROM newcomer''', [primary, primary])
        }
    }

    private static <T> T timed(Map<String, Long> times, String name, Closure<T> work) {
        def begun = System.nanoTime()
        def result = work()
        times[name] = System.nanoTime() - begun
        result
    }

    private static boolean report(int cards, int primaries, Map<String, Long> times, Map<String, Long> plain, int csv, int xlsx) {
        def perSecond = { long nanos -> Math.round(cards / (nanos / 1e9)) }
        def lines = ["$cards cards of $primaries primaries; rows a second, and the part of plain SQL"] +
                times.collect { name, nanos ->
                    String.format('%-14s %8.1f s %10d/s%s', name, nanos / 1e9d, perSecond(nanos),
                            plain[name] ? String.format('   plain %8d/s   %.2f', perSecond(plain[name]), plain[name] / (double) nanos) : '')
                } + ["CSV ${csv.intdiv(1024)} KB, XLSX ${xlsx.intdiv(1024)} KB"]
        Files.createDirectories(FIGURES.parent)
        Files.write(FIGURES, lines*.toString())
        lines.each { println it }
        true
    }
}
