package org.profbilet.privacy

import groovy.sql.Sql
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.time.Duration
import java.time.LocalDate
import java.time.ZoneId
import org.apache.pdfbox.Loader
import org.apache.pdfbox.text.PDFTextStripper
import org.profbilet.access.NotYours
import org.profbilet.consents.ConsentState
import org.profbilet.consents.Evidence
import org.profbilet.consents.ListConsents
import org.profbilet.consents.PrintConsentSheets
import org.profbilet.consents.Purpose
import org.profbilet.consents.RecordConsents
import org.profbilet.consents.WithdrawConsent
import org.profbilet.members.EndMembership
import org.profbilet.members.EndReason
import org.profbilet.members.Members
import org.profbilet.privacy.EraseOutcome.Erased
import org.profbilet.privacy.EraseOutcome.Reason
import org.profbilet.privacy.EraseOutcome.Refused
import org.profbilet.requests.Selection
import org.profbilet.testing.UnionSpec

import static org.profbilet.consents.Purpose.*

@MicronautTest(transactional = false)
class ErasureSpec extends UnionSpec {

    static final Evidence PHONE = Evidence.phone(UUID.randomUUID(), 'thumbprint')

    /** Values that nobody else has: where one is found after the erasure, it was not erased. */
    static final List<String> CANARIES = [
            'Канарейкина', 'Златоклюва', 'Пернатовна', '1971-03-07', 'Птичий питомник', 'Смотрительница', 'перо-77', 'ПР-4711',
            'БУМ-0815', 'kanarejka@example.org', '+79995554433', 'fcm-canary-token']

    @Inject
    WithdrawConsent withdrawConsent

    @Inject
    RecordConsents recordConsents

    @Inject
    ListConsents listConsents

    @Inject
    PrintConsentSheets printConsentSheets

    @Inject
    EndMembership endMembership

    @Inject
    Members members

    @Inject
    ListErasures listErasures

    @Inject
    EraseMember eraseMember

    @Inject
    PrintErasure printErasure

    @Inject
    CopyData copyData

    def "after a withdrawal of the consent to processing thirty days run, on paper and in the ticket alike"() {
        given:
        def (olga, anna, nina) = (1..3).collect { aMember(lastName: 'Абрамова', consents: [UNION_PROCESSING: 'GIVEN', PARTNER: 'GIVEN']) }

        when:
        withdrawConsent.onPaper(chair(), olga, UNION_PROCESSING, [] as Set, today())
        withdrawConsent.electronically(anna, UNION_PROCESSING, [] as Set, PHONE)
        withdrawConsent.electronically(nina, PARTNER, [] as Set, PHONE)

        then:
        def due = listErasures.list(chair())
        due*.personId().toSet() == [olga, anna] as Set
        due*.dueOn().toSet() == [today().plusDays(30)] as Set
        due.every { it.name() == 'Абрамова Мария Петровна' && !it.overdue() && it.waitsFor() == Reason.STILL_ON_RECORD }
    }

    def "what is not done in time stands in the queue as overdue"() {
        given:
        withdrawConsent.onPaper(chair(), aMember(consents: [UNION_PROCESSING: 'GIVEN']), UNION_PROCESSING, [] as Set, today())

        when:
        clock.advance(Duration.ofDays(days))

        then:
        listErasures.list(chair())*.overdue() == [overdue]

        cleanup:
        clock.advance(Duration.ofDays(-days))

        where:
        days || overdue
        30   || false
        31   || true
    }

    def "who agrees again is not erased"() {
        given:
        def olga = withdrawn(aMember(consents: [UNION_PROCESSING: 'GIVEN']))
        def erasure = dueOf(olga)

        when:
        recordConsents.record(chair(), new RecordConsents.Request(
                UUID.randomUUID(), UNION_PROCESSING, [] as Set, ConsentState.GIVEN, today(), null, Selection.only([olga] as Set)))

        then:
        listErasures.list(chair()) == []
        eraseMember.erase(chair(), erasure) == new Refused(Reason.CANCELLED)
    }

    def "nobody is erased who is on record, or whose card is on its way"() {
        given:
        def olga = withdrawn(aMember(consents: [UNION_PROCESSING: 'GIVEN']))
        def erasure = dueOf(olga)

        when:
        def onRecord = eraseMember.erase(chair(), erasure)
        endMembership(olga, today())
        aCard(olga, 'SHIPPED')
        def underWay = eraseMember.erase(chair(), erasure)

        then:
        onRecord == new Refused(Reason.STILL_ON_RECORD)
        underWay == new Refused(Reason.CARD_UNDER_WAY)
        listErasures.list(chair())*.waitsFor() == [Reason.CARD_UNDER_WAY]
        name(olga) == 'Иванова'
    }

    def "erased values are in no table any more, and nobody else has lost anything"() {
        given:
        def other = aMember(lastName: 'Соседова', consents: [UNION_PROCESSING: 'GIVEN'])
        def bird = aCanary()
        printConsentSheets.print(chair(), PARTNER, [bird, other] as Set, 1)
        withdrawn(bird)
        endMembership.end(chair(), bird, today(), EndReason.RESIGNED)
        def values = CANARIES + asSuperuser { it.firstRow('SELECT ticket_number FROM members.person WHERE id = ?', [bird]).ticket_number }
        assert values.findAll { tablesWith(it).empty } == []
        def before = rowsAbout(other)

        when:
        def outcome = eraseMember.erase(chair(), dueOf(bird))

        then:
        outcome instanceof Erased
        values.collectEntries { [it, tablesWith(it)] }.findAll { it.value } == [:]
        rowsAbout(other) == before
    }

    def "no screen, list or search sees an erased person; the evidence of her decisions and the counts stay"() {
        given:
        def bird = withdrawn(aCanary())
        def decisions = asSuperuser { it.firstRow('SELECT count(*) AS n FROM consents.decision WHERE person_id = ?', [bird]).n }
        endMembership.end(chair(), bird, today(), EndReason.RESIGNED)
        def erasure = dueOf(bird)

        when:
        def done = eraseMember.erase(chair(), erasure)
        def again = eraseMember.erase(chair(), erasure)

        then:
        done == again
        done.journal().state() == Erasure.State.DONE
        done.journal().doneAt() == clock.instant()
        done.journal().destroyed()['телефоны и адреса почты'] == 2
        inTransaction {
            rowScope.primary(primary)
            members.list(primary)*.personId().contains(bird)
        } == false
        listConsents.list(chair(), UNION_PROCESSING)*.member()*.personId().contains(bird) == false
        decisions == asSuperuser { it.firstRow('SELECT count(*) AS n FROM consents.decision WHERE person_id = ?', [bird]).n }
        asSuperuser { it.firstRow('SELECT count(*) AS n FROM members.membership WHERE person_id = ? AND end_reason = ?', [bird, 'RESIGNED']).n } == 1
        asSuperuser { it.firstRow("SELECT count(*) AS n FROM audit.entry WHERE action = 'DATA_ERASED' AND subject_id = ?", [bird]).n } == 1

        when:
        copyData.onPaperRequest(chair(), bird)

        then:
        thrown(NotYours)
    }

    def "the act and the extract of the journal say what was destroyed, and name nobody"() {
        given:
        def bird = withdrawn(aCanary())
        endMembership.end(chair(), bird, today(), EndReason.RESIGNED)
        def erasure = dueOf(bird)

        when:
        printErasure.journal(chair(), erasure)

        then:
        thrown(NotYours)

        when:
        def outcome = eraseMember.erase(chair(), erasure)
        def journal = printErasure.journal(chair(), erasure)
        def act = textOf(printErasure.act(journal))
        def extract = new String(printErasure.extract(journal), 'UTF-8')

        then:
        ["Акт № ${outcome.journal().number()} об уничтожении персональных данных", 'Оператор: Первичная организация школы № 17', bird.toString(),
         'фамилия, имя, отчество, дата рождения, номер билета', 'Причина: отзыв согласия', '20.11.2026', 'Подпись'].every { act.contains(it) }
        extract.startsWith('\uFEFFАкт №;')
        extract.readLines().size() == 1 + outcome.journal().destroyed().size()
        extract.readLines().drop(1).every { it.contains(bird.toString()) && it.contains('отзыв согласия') && it.split(';').size() == 7 }
        [act, extract].every { text -> CANARIES.every { !text.contains(it) } }
    }

    def "a chair erases nobody of another primary, and the function itself refuses without a scope"() {
        given:
        def bird = withdrawn(aCanary())
        endMembership.end(chair(), bird, today(), EndReason.RESIGNED)
        def erasure = dueOf(bird)

        expect:
        [null, otherPrimary].collect { scope ->
            inTransaction { connection ->
                if (scope) {
                    rowScope.primary(scope)
                }
                connection.createStatement().withCloseable {
                    def rows = it.executeQuery("SELECT privacy.erase('$erasure', now(), '${UUID.randomUUID()}')")
                    rows.next()
                    rows.getString(1)
                }
            }
        } == [null, null]
        listErasures.list(chair(otherPrimary)) == []
        name(bird) == 'Канарейкина'

        when:
        eraseMember.erase(chair(otherPrimary), erasure)

        then:
        thrown(NotYours)
    }

    def "every table with rows about people says what erasure does with it"() {
        when:
        def silent = asSuperuser {
            it.rows('''
                SELECT DISTINCT n.nspname || '.' || c.relname AS name
                  FROM pg_class c
                  JOIN pg_namespace n ON n.oid = c.relnamespace
                  JOIN pg_attribute a ON a.attrelid = c.oid
                 WHERE c.relkind = 'r'
                   AND n.nspname NOT IN ('pg_catalog', 'information_schema')
                   AND (a.attname LIKE '%person_id' OR n.nspname || '.' || c.relname = 'members.person')
                   AND n.nspname || '.' || c.relname NOT IN (SELECT table_name FROM privacy.erasure_rule)''')*.name
        }

        then:
        silent == []
    }

    def "a record that was merged into hers goes with her"() {
        given:
        def bird = withdrawn(aMember(lastName: 'Оставшаяся', consents: [UNION_PROCESSING: 'GIVEN']))
        def merged = aMember(lastName: 'Слитая', firstName: 'Двойняша')
        asSuperuser { it.execute('UPDATE members.person SET merged_into = ? WHERE id = ?', [bird, merged]) }
        endMembership.end(chair(), bird, today(), EndReason.RESIGNED)

        when:
        eraseMember.erase(chair(), dueOf(bird))

        then:
        ['Оставшаяся', 'Слитая', 'Двойняша'].collectEntries { [it, tablesWith(it)] }.findAll { it.value } == [:]
    }

    private UUID aCanary() {
        def bird = aMember(lastName: 'Канарейкина', firstName: 'Златоклюва', middleName: 'Пернатовна', birthDate: '1971-03-07',
                consents: [UNION_PROCESSING: 'GIVEN', EMAIL: 'GIVEN'])
        aContact([kind: 'EMAIL', value: 'kanarejka@example.org'], bird)
        aContact([kind: 'PHONE', value: '+79995554433'], bird)
        aDevice([value: 'fcm-canary-token'], bird)
        aCard(bird, 'ISSUED')
        asSuperuser { sql ->
            sql.execute("UPDATE members.person SET note = 'перо-77', paper_ticket = 'БУМ-0815' WHERE id = ?", [bird])
            sql.execute('''
                UPDATE members.membership
                   SET unit_name = 'Птичий питомник', position_name = 'Смотрительница', admission_protocol_number = 'ПР-4711'
                 WHERE person_id = ?''', [bird])
            sql.execute('''
                INSERT INTO members.change (id, person_id, primary_id, at, field, old_value, new_value)
                VALUES (gen_random_uuid(), ?, ?, now(), 'NAME', 'Канарейкина', 'Канарейкина Златоклюва')''', [bird, primary])
            sql.execute('''
                INSERT INTO members.state (membership_id, person_id, primary_id, kind, category, engagement, unit_name, position_name, union_roles,
                                           true_from, known_from)
                SELECT id, person_id, primary_id, kind, category, engagement, unit_name, position_name, union_roles, valid_from, recorded_at
                  FROM members.membership
                 WHERE person_id = ?''', [bird])
            def request = UUID.randomUUID()
            sql.execute('''
                INSERT INTO members.request (id, primary_id, wish, last_name, first_name, birth_date, wanted_on, match_class, request_hash, asked_by, asked_at)
                VALUES (?, ?, 'TRANSFER', 'Канарейкина', 'Златоклюва', '1971-03-07', '2026-11-20', 'CERTAIN', '-', gen_random_uuid(), now())''',
                    [request, otherPrimary])
            sql.execute('''
                INSERT INTO members.claim (request_id, person_id, primary_id, to_primary_id, wish, wanted_on, match_class, asked_at)
                VALUES (?, ?, ?, ?, 'TRANSFER', '2026-11-20', 'CERTAIN', now())''', [request, bird, primary, otherPrimary])
            sql.execute('''
                INSERT INTO audit.view (person_id, primary_id, account_id, day, basis, viewer_name, organisation_name, reason, last_at)
                VALUES (?, ?, gen_random_uuid(), '2026-11-20', 'REASON', 'Сафина Л. К.', 'Казань', 'Канарейкина просила помочь', now())''', [bird, primary])
            def plan = UUID.randomUUID()
            sql.execute('''
                INSERT INTO memberlists.plan (id, primary_id, account_id, created_at, file_sha256, file_format, register_version, row_count,
                                              missing_count, ignored_columns)
                VALUES (?, ?, gen_random_uuid(), now(), '-', 'XLSX', '-', 1, 0, '')''', [plan, primary])
            sql.execute('''
                INSERT INTO memberlists.plan_row (plan_id, row_number, primary_id, outcome, title, member, changes, problems)
                VALUES (?, 2, ?, 'NEW', 'Канарейкина Златоклюва Пернатовна',
                        '{"name": {"last": "Канарейкина", "first": "Златоклюва"}, "email": "kanarejka@example.org"}', '[]', '[]')''',
                    [plan, primary])
        }
        bird
    }

    private void aCard(UUID person, String status) {
        asSuperuser { sql ->
            def order = UUID.randomUUID()
            sql.execute('''
                INSERT INTO cards.card_order (id, primary_id, payer_id, region_id, state, card_count, price_kopecks, sum_kopecks,
                                              request_hash, created_by, created_at)
                VALUES (?, ?, ?, ?, 'APPROVED', 1, 1700, 1700, '-', ?, now())''', [order, primary, local, region, UUID.randomUUID()])
            sql.execute('''
                INSERT INTO cards.card (id, person_id, primary_id, order_id, ticket_number, serial, printed_last_name, printed_first_name,
                                        printed_middle_name, status, issued_on)
                SELECT gen_random_uuid(), id, primary_id, ?, ticket_number, '00001', last_name, first_name, middle_name, ?, '2026-10-01'
                  FROM members.person
                 WHERE id = ?''', [order, status, person])
        }
    }

    private UUID withdrawn(UUID person) {
        withdrawConsent.onPaper(chair(), person, UNION_PROCESSING, [] as Set, today())
        person
    }

    private UUID dueOf(UUID person) {
        listErasures.list(chair()).find { it.personId() == person }.id()
    }

    private String name(UUID person) {
        asSuperuser { it.firstRow('SELECT last_name FROM members.person WHERE id = ?', [person]).last_name }
    }

    private LocalDate today() {
        LocalDate.ofInstant(clock.instant(), ZoneId.of('Europe/Moscow'))
    }

    /** Every table of the database that has the value anywhere in a row, the journals of erasure too. */
    private List<String> tablesWith(String value) {
        asSuperuser { sql -> allTables(sql).findAll { holds(sql, it, value) } }
    }

    private static List<String> allTables(Sql sql) {
        sql.rows('''
            SELECT format('%I.%I', schemaname, tablename) AS name
              FROM pg_tables
             WHERE schemaname NOT IN ('pg_catalog', 'information_schema')''')*.name
    }

    private static boolean holds(Sql sql, String table, String value) {
        sql.firstRow("SELECT EXISTS (SELECT 1 FROM $table AS t WHERE strpos(t::text, ?) > 0) AS found".toString(), [value]).found
    }

    private Map<String, String> rowsAbout(UUID person) {
        asSuperuser { sql ->
            allTables(sql).collectEntries {
                [it, sql.firstRow("SELECT md5(string_agg(t::text, '' ORDER BY t::text)) AS sum FROM $it AS t WHERE strpos(t::text, ?) > 0".toString(), [person.toString()]).sum]
            }
        }
    }

    private static String textOf(byte[] pdf) {
        Loader.loadPDF(pdf).withCloseable { new PDFTextStripper().getText(it).replaceAll(/\s+/, ' ') }
    }
}
