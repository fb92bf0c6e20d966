package org.profbilet.cards

import com.github.f4b6a3.uuid.UuidCreator
import groovy.sql.Sql
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.nio.file.Files
import java.nio.file.Path
import java.sql.SQLException
import org.profbilet.organisations.Level
import org.profbilet.testing.UnionSpec

/** One table of moves: the code, the database and the page for people say the same. */
@MicronautTest(transactional = false)
class CardMovesSpec extends UnionSpec {

    static final Path PAGE = Path.of('MOVES.md')
    static final List<CardStatus> STATUSES = CardStatus.values().toList()

    def "the database holds the moves that the code makes"() {
        expect:
        asSuperuser { it.rows('SELECT subject, name, from_state, to_state, levels FROM cards.move') }
                .collect { [it.subject, it.name, it.from_state, it.to_state, it.levels.array.toList().toSet()] }
                .toSet() == moves().toSet()
    }

    def "the page for people is written from the same table"() {
        when:
        def page = page()
        if (Boolean.getBoolean('moves.write')) {
            Files.writeString(PAGE, page)
        }

        then:
        Files.readString(PAGE) == page
    }

    def "a step is written only for a known move of the level that makes it"() {
        given:
        def card = aCard('ORDERED')
        def makers = [(Level.CENTRAL): central, (Level.REGIONAL): region, (Level.LOCAL): local, (Level.PRIMARY): primary]
        def all = [[null] + STATUSES, STATUSES, [null] + Level.values().toList()].combinations()

        when:
        def accepted = asSuperuser { sql ->
            all.findAll { from, to, level ->
                isAccepted {
                    sql.execute('''
                        INSERT INTO cards.card_step (id, card_id, person_id, primary_id, order_id, at, from_status,
                                                     to_status, organisation_id)
                        SELECT gen_random_uuid(), id, person_id, primary_id, order_id, now(), ?, ?, ?
                          FROM cards.card
                         WHERE id = ?''', [from?.name(), to.name(), level ? makers[level] : null, card])
                }
            }
        }

        then:
        all.size() == 15 * 14 * 5
        accepted.toSet() == CardMove.values().collectMany { move ->
            (move.levels() ?: [null]).collect { [move.from(), move.to(), it] }
        }.toSet()
    }

    def "a card, an order and a batch change their state only along the table, whoever asks"() {
        given:
        def card = aCard('ORDERED')
        def (order, batch) = [anOrder(), aBatch()]
        def change = { Sql sql, String table, String column, UUID id, String from, String to ->
            sql.execute('SET session_replication_role = replica')
            sql.execute("UPDATE $table SET $column = '$from'".toString() + (table == 'cards.card' ? ", issued_on = '2026-11-20'" : '') +
                    (table == 'cards.card_order' ? ", return_reason = ${from == 'RETURNED' ? "'-'" : 'NULL'}" : '') + ' WHERE id = ?', [id])
            sql.execute('SET session_replication_role = origin')
            isAccepted {
                sql.execute("UPDATE $table SET $column = '$to'".toString() +
                        (table == 'cards.card_order' ? ", return_reason = ${to == 'RETURNED' ? "'-'" : 'NULL'}" : '') + ' WHERE id = ?', [id])
            }
        }

        when:
        def accepted = asSuperuser { sql ->
            [['CARD', 'cards.card', 'status', card, CardStatus.values()],
             ['ORDER', 'cards.card_order', 'state', order, OrderState.values()],
             ['BATCH', 'cards.batch', 'state', batch, BatchState.values()]].collectMany { subject, table, column, id, states ->
                [states.toList(), states.toList()].combinations()
                        .findAll { from, to -> from != to && change(sql, table, column, id, from.name(), to.name()) }
                        .collect { from, to -> [subject, from.name(), to.name()] }
            }
        }

        then:
        accepted.toSet() == moves().findAll { it[2] }.collect { [it[0], it[2], it[3]] }.toSet()
    }

    def "counts that do not add up cannot be written"() {
        given:
        def batch = aBatch()

        when:
        asSuperuser {
            it.execute('''
                INSERT INTO cards.hop (id, batch_id, to_status, expected, counted, missing, at, account_id, organisation_id)
                VALUES (gen_random_uuid(), ?, 'SHIPPED', 10, 8, 1, now(), ?, ?)''', [batch, batch, central])
        }

        then:
        def refused = thrown(SQLException)
        refused.message.contains('counts_reconcile')
    }

    private static List<List> moves() {
        CardMove.values().collect { ['CARD', it.name(), it.from()?.name(), it.to().name(), it.levels()*.name().toSet()] } +
                OrderMove.values().collect { ['ORDER', it.name(), it.from()?.name(), it.to().name(), it.levels()*.name().toSet()] } +
                [['BATCH', 'TAKE_INTO_PRODUCTION', null, 'IN_PRODUCTION', CardMove.TAKE_INTO_PRODUCTION.levels()*.name().toSet()],
                 ['BATCH', 'CLOSE', 'RECEIVED', 'CLOSED', CardMove.HAND_OVER.levels()*.name().toSet()]] +
                [BatchState.PRODUCED, BatchState.SHIPPED, BatchState.RECEIVED].collect {
                    ['BATCH', it.move().name(), it.before().name(), it.name(), it.move().levels()*.name().toSet()]
                }
    }

    private static String page() {
        def subjects = [CARD: 'Cards', ORDER: 'Orders', BATCH: 'Batches']
        def text = '# Who moves what, from where, to where\n\n' +
                'Written from `CardMove`, `OrderMove` and `BatchState`; the table `cards.move` holds the same, and the\n' +
                'database refuses every other change. `mvn -pl card-service -am -Dtest=CardMovesSpec -Dmoves.write=true`\n' +
                'writes this page anew.\n'
        subjects.each { subject, title ->
            text += "\n## $title\n\n| move | from | to | by |\n|---|---|---|---|\n"
            moves().findAll { it[0] == subject }.each {
                text += "| ${it[1]} | ${it[2] ?: '–'} | ${it[3]} | ${it[4].sort().join(', ') ?: 'the register itself'} |\n"
            }
        }
        text
    }

    def setupSpec() {
        Sql.LOG.level = java.util.logging.Level.OFF // a thousand refusals are asked for
    }

    def cleanupSpec() {
        Sql.LOG.level = null
    }

    private static boolean isAccepted(Closure<?> change) {
        try {
            change()
            true
        } catch (SQLException e) {
            if (e.SQLState != '23514') {
                throw e
            }
            false
        }
    }

    private UUID aCard(String status) {
        def id = UuidCreator.timeOrderedEpoch
        def person = aMember()
        asSuperuser {
            it.execute('''
                INSERT INTO cards.card (id, person_id, primary_id, order_id, ticket_number, serial, printed_last_name,
                                        printed_first_name, status)
                SELECT ?, p.id, p.primary_id, ?, p.ticket_number, '00001', p.last_name, p.first_name, ?
                  FROM members.person p
                 WHERE p.id = ?''', [id, anOrder(), status, person])
        }
        id
    }

    private UUID anOrder() {
        def id = UuidCreator.timeOrderedEpoch
        asSuperuser {
            it.execute('''
                INSERT INTO cards.card_order (id, primary_id, payer_id, region_id, state, card_count, price_kopecks,
                                              sum_kopecks, request_hash, created_by, created_at)
                VALUES (?, ?, ?, ?, 'ORDERED', 1, 1700, 1700, '-', ?, now())''', [id, primary, local, region, id])
        }
        id
    }

    private UUID aBatch() {
        def id = UuidCreator.timeOrderedEpoch
        asSuperuser {
            it.execute('''
                INSERT INTO cards.batch (id, region_id, state, card_count, request_hash, created_by, created_at)
                VALUES (?, ?, 'IN_PRODUCTION', 1, '-', ?, now())''', [id, region, id])
        }
        id
    }
}
