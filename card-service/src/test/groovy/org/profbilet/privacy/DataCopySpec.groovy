package org.profbilet.privacy

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.time.LocalDate
import org.apache.pdfbox.Loader
import org.apache.pdfbox.text.PDFTextStripper
import org.profbilet.access.NotYours
import org.profbilet.consents.Evidence
import org.profbilet.consents.WithdrawConsent
import org.profbilet.testing.UnionSpec

import static org.profbilet.consents.Purpose.*

@MicronautTest(transactional = false)
class DataCopySpec extends UnionSpec {

    @Inject
    CopyData copyData

    @Inject
    PrintCopy printCopy

    @Inject
    WithdrawConsent withdrawConsent

    def "a copy holds what every part of the house keeps about the person, and nothing of anybody else"() {
        given:
        def olga = somebody('Ёлкина', 'Юлия', 'yulia@example.org', '+79990000101', 'Зав. библиотекой')
        somebody('Соседова', 'Нина', 'nina@example.org', '+79990000102', 'Директор')
        withdrawConsent.electronically(olga, PARTNER, [] as Set, Evidence.phone(UUID.randomUUID(), 'thumbprint'))

        when:
        def copy = copyData.forHerself(olga)

        then:
        copy.sections()*.code() == ['person', 'memberships', 'changes', 'contacts', 'consents', 'meetings']
        def text = copy.sections()*.lines().flatten().collect { "${it.name()}: ${it.value()}" }.join('\n')
        ['Фамилия: Ёлкина', 'Имя: Юлия', 'Дата рождения: 01.02.1980', 'Первичная организация: Первичная организация школы № 17',
         'На учёте: с 01.09.2010', 'Должность: Зав. библиотекой', 'Электронная почта: yulia@example.org', 'Телефон: +79990000101',
         'пусто → Зав. библиотекой', 'Обработка данных Профсоюзом: дано 15.01.2026, на бумаге; текст 2025-1, SHA-256 ',
         'Передача в бонусную программу: отозвано 20.11.2026, в электронном билете', 'Отчётное собрание: приглашение'].every { text.contains(it) }
        ['Соседова', 'nina@', '+79990000102', 'Директор'].every { !text.contains(it) }
        !copy.toString().contains('Ёлкина')
    }

    def "what a door and a mandate commission keep of her is in the copy too"() {
        given:
        def olga = somebody('Ёлкина', 'Юлия', 'yulia5@example.org', '+79990000105', 'Учитель')
        def nina = somebody('Соседова', 'Нина', 'nina5@example.org', '+79990000106', 'Учитель')
        asSuperuser { sql ->
            def meeting = sql.firstRow('SELECT meeting_id FROM meetings.entry WHERE person_id = ?', [olga]).meeting_id
            def (list, body) = [UUID.randomUUID(), UUID.randomUUID()]
            sql.execute('''
                INSERT INTO meetings.list (id, meeting_id, organisation_id, name, kind, policy, opens_at, closes_at, salt, handle_key, settings)
                VALUES (?, ?, ?, 'Зал', 'INVITED', 'REENTRY', '2026-11-20', '2026-11-30', 's', 'k',
                        '{"questions": [{"id": "meal", "text": "Обед", "choices": [{"id": "a", "text": "без мяса"}]}]}')''', [list, meeting, primary])
            sql.execute('''
                INSERT INTO meetings.device (id, meeting_id, name, door, key_x, key_y, enrolled_at, valid_until, last_proof_at, last_seen_at, role, lists, line_count)
                VALUES (?, ?, 'Лист', 'Вход А', '', '', '2026-11-20', '2026-11-20', 0, '2026-11-20', 'PAPER', ?, 10)''', [list, meeting, list.toString()])
            [olga, nina].eachWithIndex { person, place ->
                def scan = UUID.randomUUID()
                sql.execute('''
                    INSERT INTO meetings.scan (id, meeting_id, organisation_id, list_id, device_id, device_seq, door, person_id, credential_kind,
                                               credential_hash, type, origin, scanned_at, effective_at, received_at, clock_untrusted, fact_hash,
                                               outcome, reason, next_action)
                    VALUES (?, ?, ?, ?, ?, ?, 'Вход А', ?, 'PLASTIC', '-', 'ENTRY', 'PAPER', now(), '2026-11-20T07:05:00Z', now(), false, '-',
                            'ADMITTED', 'ADMITTED', 'NONE')''', [scan, meeting, primary, list, list, place + 1, person])
                sql.execute("INSERT INTO meetings.answer (scan_id, question_id, meeting_id, organisation_id, answer) VALUES (?, 'meal', ?, ?, ?)",
                        [scan, meeting, primary, person == olga ? 'a' : 'с рыбой'])
            }
            sql.execute('''
                INSERT INTO meetings.body (id, organisation_id, name, kind, base, numerator, denominator, more_than, counts_remote, request_hash, created_by, created_at)
                VALUES (?, ?, 'Конференция', 'CONFERENCE', 'CONFIRMED', 1, 2, true, false, '-', gen_random_uuid(), now())''', [body, primary])
            [(olga): 'Ёлкина Юлия', (nina): 'Соседова Нина'].each { person, name ->
                sql.execute('''
                    INSERT INTO meetings.mandate (id, body_id, organisation_id, sender_id, person_id, full_name, ticket_number, sex, birth_year, first_time,
                                                  vote, standing, basis, basis_on, request_hash, created_by, created_at)
                    VALUES (gen_random_uuid(), ?, ?, ?, ?, ?, '', 'F', 1980, true, 'DECISIVE', 'SUBMITTED', 'протокол 7', '2026-11-01', '-',
                            gen_random_uuid(), now())''', [body, primary, primary, person, name])
            }
        }

        when:
        def copy = copyData.forHerself(olga)

        then:
        def lines = copy.sections().findAll { it.code() in ['scans', 'mandates'] }*.lines().flatten().collect { "${it.name()}: ${it.value()}".toString() }
        lines == ['20.11.2026 10.05, Зал, Отчётное собрание: вход отмечен, Вход А; ответы: Обед — без мяса',
                  'Конференция: мандат, ждёт подтверждения, голос решающий, записано: Ёлкина Юлия, основание: протокол 7 от 01.11.2026']
    }

    def "on paper the same can be read and searched, in Cyrillic"() {
        given:
        def olga = somebody('Ёлкина-Съездова', 'Юлия', 'yulia2@example.org', '+79990000103', 'Учитель')

        when:
        def text = Loader.loadPDF(printCopy.print(copyData.forHerself(olga))).withCloseable {
            new PDFTextStripper().getText(it).replaceAll(/\s+/, ' ')
        }

        then:
        ['Копия персональных данных', 'Ёлкина-Съездова', 'yulia2@example.org', 'Согласия: все решения', 'Учитель'].every { text.contains(it) }
        !text.contains('#')
    }

    def "her chair hands a copy over on a written request, and both copies are recorded"() {
        given:
        def olga = somebody('Ёлкина', 'Юлия', 'yulia3@example.org', '+79990000104', 'Учитель')
        def chair = chair()

        when:
        def own = copyData.forHerself(olga)
        def handed = copyData.onPaperRequest(chair, olga)

        then:
        handed.sections() == own.sections()
        asSuperuser { it.rows("SELECT account_id FROM audit.entry WHERE action = 'DATA_COPIED' AND subject_id = ? ORDER BY id", [olga])*.account_id } ==
                [null, chair.accountId()]
    }

    def "a chair gets no copy of a person of another primary"() {
        when:
        copyData.onPaperRequest(chair(otherPrimary), aMember())

        then:
        thrown(NotYours)
    }

    private UUID somebody(String last, String first, String email, String phone, String position) {
        def person = aMember(lastName: last, firstName: first, consents: [UNION_PROCESSING: 'GIVEN', PARTNER: 'GIVEN'])
        aContact([kind: 'EMAIL', value: email], person)
        aContact([kind: 'PHONE', value: phone], person)
        asSuperuser { sql ->
            sql.execute('UPDATE members.membership SET position_name = ? WHERE person_id = ?', [position, person])
            sql.execute('''
                INSERT INTO members.change (id, person_id, primary_id, at, field, new_value)
                VALUES (gen_random_uuid(), ?, ?, now(), 'POSITION', ?)''', [person, primary, position])
            def meeting = UUID.randomUUID()
            sql.execute('''
                INSERT INTO meetings.meeting (id, organisation_id, title, zone, request_hash, created_by, created_at)
                VALUES (?, ?, 'Отчётное собрание', 'Europe/Moscow', '-', gen_random_uuid(), now())''', [meeting, primary])
            sql.execute('INSERT INTO meetings.entry (person_id, meeting_id, organisation_id) VALUES (?, ?, ?)', [person, meeting, primary])
        }
        person
    }
}
