package org.profbilet.drill

import groovy.sql.Sql
import java.nio.file.Files
import java.nio.file.Path
import javax.crypto.Mac
import javax.crypto.spec.SecretKeySpec
import org.profbilet.contract.credential.CardSerial
import org.profbilet.contract.credential.PlasticCode
import org.profbilet.contract.credential.TicketNumber

/** Members of one primary with plastic cards in their hands, put straight into the tables of a running server. */
class Delegates {

    private static final CardSerial SERIAL = new CardSerial('00001')

    /** Each with id, ticket and the code on the card. */
    static List<Map> add(ServerProcess server, UUID primary, int count) {
        def key = plasticKey(server.home)
        def people = (0..<count).collect { place ->
            def ticket = TicketNumber.ofSerial(800_000_000 + place)
            [id: UUID.randomUUID(), ticket: ticket.value(), code: PlasticCode.of(ticket, SERIAL, secret(key, ticket)).text()]
        }
        server.register { insert(it, primary, people) }
        people
    }

    private static void insert(Sql sql, UUID primary, List<Map> people) {
        sql.execute("SELECT set_config('profbilet.primaries', ?, false)", [primary.toString()])
        def order = UUID.randomUUID()
        sql.execute('''
            INSERT INTO cards.card_order (id, primary_id, payer_id, region_id, state, card_count, price_kopecks, sum_kopecks,
                                          request_hash, created_by, created_at)
            SELECT ?, p.id, p.parent_id, p.parent_id, 'FULFILLED', 1, 1700, 1700, '-', p.id, now()
              FROM organisations.organisation p
             WHERE p.id = ?''', [order, primary])
        sql.withBatch(200, '''
            INSERT INTO members.person (id, primary_id, ticket_number, last_name, first_name, birth_date, sex, search_name, created_at)
            VALUES (?, ?, ?, 'Иванова', 'Мария', '1980-02-01', 'F', 'иванова мария', now())''') { batch ->
            people.each { batch.addBatch([it.id, primary, it.ticket]) }
        }
        sql.withBatch(200, '''
            INSERT INTO members.membership (id, person_id, primary_id, category, engagement, joined_union_on, registered_on,
                                            valid_from, recorded_at)
            VALUES (gen_random_uuid(), ?, ?, 'WORKING', 'MAIN', '2010-09-01', '2010-09-01', '2010-09-01', now())''') { batch ->
            people.each { batch.addBatch([it.id, primary]) }
        }
        sql.withBatch(200, '''
            INSERT INTO cards.card (id, person_id, primary_id, order_id, ticket_number, serial, printed_last_name,
                                    printed_first_name, status, issued_on)
            VALUES (gen_random_uuid(), ?, ?, ?, ?, '00001', 'Иванова', 'Мария', 'ISSUED', '2026-10-01')''') { batch ->
            people.each { batch.addBatch([it.id, primary, order, it.ticket]) }
        }
        sql.execute('ANALYZE')
    }

    /** As the server keeps it; made here where nothing was printed yet. */
    private static byte[] plasticKey(Path home) {
        def file = home.resolve('keys/plastic.key')
        if (!Files.exists(file)) {
            def key = new byte[32]
            new Random().nextBytes(key)
            Files.write(file, key)
        }
        Files.readAllBytes(file)
    }

    private static byte[] secret(byte[] key, TicketNumber ticket) {
        def mac = Mac.getInstance('HmacSHA256')
        mac.init(new SecretKeySpec(key, 'HmacSHA256'))
        Arrays.copyOf(mac.doFinal("${ticket.value()}:${SERIAL.value()}".toString().bytes), 16)
    }
}
