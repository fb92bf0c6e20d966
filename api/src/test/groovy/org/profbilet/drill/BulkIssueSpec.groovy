package org.profbilet.drill

import groovy.sql.Sql
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CompletableFuture
import org.profbilet.contract.credential.TicketNumber
import spock.lang.Specification
import spock.lang.TempDir

/**
 * The real process, killed while a chair marks 500 cards handed out in one request: all of them are, or none.
 * {@code -Ddrill.rounds=20} is the long form, {@code deploy/drill/bulk-issue}.
 */
class BulkIssueSpec extends Specification {

    static final int ROUNDS = Integer.getInteger('drill.rounds', 2)
    static final int CARDS = 500
    static final Path FIGURES = Path.of('target', 'drill', 'bulk-issue.txt')

    @TempDir
    Path folder

    ServerProcess server

    def random = new Random(20261121)

    def cleanup() {
        if (server?.alive) {
            server.stop()
        }
    }

    def "of 500 cards handed out in one request all are marked or none, whenever the process is killed"() {
        given:
        server = new ServerProcess(folder.resolve('home'))
        server.start()
        def desk = new Desk(server.port).comeIn()
        server.register { people(it, desk.primaryId) }
        def begun = System.nanoTime()
        assert desk.issueAll().statusCode() == 200
        def whole = (System.nanoTime() - begun).intdiv(1_000_000) as int
        def seen = []

        when:
        ROUNDS.times {
            server.register { back(it) }
            def chair = new Desk(server.port).comeIn()
            def answer = CompletableFuture.supplyAsync { answered { chair.issueAll() } }
            Thread.sleep(random.nextInt(whole + 1))
            server.killNine()
            def promised = answer.get()
            server.start()
            seen << server.register { [promised: promised] + issued(it) }
        }

        then:
        report(whole, seen)
        seen.every { it.cards in [0, CARDS] && it.steps == it.cards && it.entries == it.cards }
        seen.every { !it.promised || it.cards == CARDS }
    }

    private static boolean answered(Closure<?> work) {
        try {
            work().statusCode() == 200
        } catch (IOException ignored) {
            false // the process is gone: nothing was promised
        }
    }

    private static Map issued(Sql sql) {
        sql.firstRow('''
            SELECT (SELECT count(*) FROM cards.card WHERE status = 'ISSUED') AS cards,
                   (SELECT count(*) FROM cards.card_step WHERE to_status = 'ISSUED') AS steps,
                   (SELECT count(*) FROM audit.entry WHERE action = 'CARD_ISSUED') - (SELECT n FROM before) AS entries''')
                .collectEntries { name, value -> [name, value as int] }
    }

    /** The cards wait again, as if nothing had been. */
    private static void back(Sql sql) {
        sql.execute('SET session_replication_role = replica')
        sql.execute("UPDATE cards.card SET status = 'AT_PRIMARY', issued_on = NULL")
        sql.execute("DELETE FROM cards.card_step WHERE to_status = 'ISSUED'")
        sql.execute("UPDATE before SET n = (SELECT count(*) FROM audit.entry WHERE action = 'CARD_ISSUED')")
    }

    private static void people(Sql sql, UUID primary) {
        sql.execute('CREATE TABLE before (n bigint)')
        sql.execute('INSERT INTO before VALUES (0)')
        sql.execute("SELECT set_config('profbilet.primaries', ?, false)", [primary.toString()])
        def order = UUID.randomUUID()
        sql.execute('''
            INSERT INTO cards.card_order (id, primary_id, payer_id, region_id, state, card_count, price_kopecks, sum_kopecks,
                                          request_hash, created_by, created_at)
            SELECT ?, p.id, p.parent_id, p.parent_id, 'FULFILLED', 1, 1700, 1700, '-', p.id, now() - interval '2 days'
              FROM organisations.organisation p
             WHERE p.id = ?''', [order, primary])
        CARDS.times { place ->
            def person = UUID.randomUUID()
            def number = TicketNumber.ofSerial(900_000_000 + place).value()
            sql.execute('''
                INSERT INTO members.person (id, primary_id, ticket_number, last_name, first_name, birth_date, sex, search_name, created_at)
                VALUES (?, ?, ?, 'Иванова', 'Мария', '1980-02-01', 'F', 'иванова мария', now())''', [person, primary, number])
            sql.execute('''
                INSERT INTO members.membership (id, person_id, primary_id, category, engagement, joined_union_on,
                                                registered_on, valid_from, recorded_at)
                VALUES (gen_random_uuid(), ?, ?, 'WORKING', 'MAIN', '2010-09-01', '2010-09-01', '2010-09-01', now())''',
                    [person, primary])
            sql.execute('''
                INSERT INTO cards.card (id, person_id, primary_id, order_id, ticket_number, serial, printed_last_name,
                                        printed_first_name, status)
                VALUES (gen_random_uuid(), ?, ?, ?, ?, '00001', 'Иванова', 'Мария', 'AT_PRIMARY')''',
                    [person, primary, order, number])
        }
    }

    private static boolean report(int whole, List<Map> seen) {
        def lines = ["$CARDS cards in one request take $whole ms; ${seen.size()} times kill -9 in the middle",
                     "all: ${seen.count { it.cards == CARDS }}, none: ${seen.count { it.cards == 0 }}, a part: ${seen.count { !(it.cards in [0, CARDS]) }}"]*.toString()
        Files.createDirectories(FIGURES.parent)
        Files.write(FIGURES, lines)
        lines.each { println it }
        true
    }
}
