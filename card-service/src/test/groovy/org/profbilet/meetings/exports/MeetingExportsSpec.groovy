package org.profbilet.meetings.exports

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.time.Duration
import org.apache.pdfbox.Loader
import org.apache.pdfbox.text.PDFTextStripper
import org.dhatim.fastexcel.reader.ReadableWorkbook
import org.profbilet.access.NotYours
import org.profbilet.contract.scanner.DoorQuestion
import org.profbilet.contract.scanner.ScanReason
import org.profbilet.meetings.quorum.BodySpec

@MicronautTest(transactional = false)
class MeetingExportsSpec extends BodySpec {

    @Inject
    ExportAttendance exportAttendance

    @Inject
    PrintBadges printBadges

    @Inject
    PrintCertificates printCertificates

    @Inject
    ForgetMeetings forgetMeetings

    def "the list for a spreadsheet names who was expected and who came, zeros of numbers and all"() {
        given:
        def came = aTicket(lastName: 'Алексеева')
        def absent = aTicket(lastName: 'Яковлева')
        def meeting = aMeeting(invited: [came, absent])
        def door = aDoor(meeting)
        scanned(door, came.plastic())

        when:
        def rows = rowsOf(exportAttendance.xlsx(union.chair, meeting, door.list))

        then:
        rows[0][0..1] == ['Фамилия, имя, отчество', 'Номер билета']
        rows[1] == ['Алексеева Мария Петровна', came.number, '', '', '', 'в зале', '10:00', 'Вход А', 'да']
        rows[2][0, 1, 5, 6] == ['Яковлева Мария Петровна', absent.number, 'не пришла', '']
        rows.size() == 3
        asSuperuser { it.firstRow("SELECT details::text AS d FROM audit.entry WHERE action = 'MEETING_EXPORTED' ORDER BY id DESC LIMIT 1").d }.contains('xlsx')
    }

    def "on paper delegates stand with their mandates, guests of other primaries with initials"() {
        given:
        def body = aConference()
        def delegate = delegates([lastName: 'Делегатова'], body, 1)[0]
        def meeting = aGathering()
        sits(meeting, body)
        def list = sitting(meeting).listId()
        def open = showMeetings.showLists(union.territorialStaff, meeting).items().find { it.id() != list }.id()
        def guest = aTicket(lastName: 'Гостева')
        def door = aDoorTo(meeting)
        scanned(door, delegate.plastic())
        scanned(door, guest.plastic(), [list: open])

        expect:
        textOf(exportAttendance.pdf(union.territorialStaff, meeting, list)).contains('1 Делегатова Мария Петровна ППО школы № 17 1 в зале 10:00')
        textOf(exportAttendance.pdf(union.territorialStaff, meeting, open)).contains('Гостева М. П.')
        textOf(printBadges.print(union.territorialStaff, meeting, list)).contains('делегат № 1')
    }

    def "a badge carries the ticket number as a code, and a door asks for a document when it sees one"() {
        given:
        def member = aTicket()
        def meeting = aMeeting(invited: [member])
        def door = aDoor(meeting)

        when:
        def pdf = Loader.loadPDF(printBadges.print(union.chair, meeting, door.list))

        then:
        new PDFTextStripper().getText(pdf).contains('Иванова Мария Петровна')
        pdf.getPage(0).resources.XObjectNames.size() == 1
        scanned(door, member.number).reason() == ScanReason.DEVICE_PROOF_MISSING
        scanned(door, member.number, [override: true]).reason() == ScanReason.ADMITTED
    }

    def "a certificate is for those who came, a page each, or for one of them"() {
        given:
        def people = [aTicket(lastName: 'Первая'), aTicket(lastName: 'Вторая'), aTicket(lastName: 'Третья')]
        def meeting = aMeeting(invited: people)
        def door = aDoor(meeting)
        people.take(2).each { scanned(door, it.plastic()) }

        expect:
        Loader.loadPDF(printCertificates.print(union.chair, meeting, door.list, null).get()).numberOfPages == 2
        with(textOf(printCertificates.print(union.chair, meeting, door.list, people[0].person).get())) {
            it.contains('Дана: Первая Мария Петровна')
            it.contains('«Отчётное собрание» 20.11.2026')
            !it.contains('Вторая')
        }
        printCertificates.print(union.chair, meeting, door.list, people[2].person).empty
    }

    def "nobody takes the list of another organisation"() {
        given:
        def meeting = aMeeting()
        def door = aDoor(meeting)

        when:
        exportAttendance.xlsx(union.otherChair, meeting, door.list)

        then:
        thrown(NotYours)
    }

    def "after a month answers are forgotten, after a year traces, after five years people"() {
        given:
        def member = aTicket()
        def meeting = aMeeting()
        listIs(meeting, settings: settings(questions: [aQuestion()]))
        def door = aDoor(meeting)
        scanned(door, member.plastic(), [answers: [q: 'да'], canAsk: true])

        expect:
        known(meeting) == [answers: 1, traces: 1, present: 1, named: 1]
        after(Duration.ofDays(29), meeting) == [answers: 1, traces: 1, present: 1, named: 1]
        after(Duration.ofDays(2), meeting) == [answers: 0, traces: 1, present: 1, named: 1]
        after(Duration.ofDays(340), meeting) == [answers: 0, traces: 0, present: 1, named: 1]
        after(Duration.ofDays(366 * 4), meeting) == [answers: 0, traces: 0, present: 0, named: 0]
        asSuperuser { it.firstRow('SELECT outcome FROM meetings.scan WHERE meeting_id = ?', [meeting]).outcome } == 'ADMITTED'
    }

    def "names in mandates go five years after the last sitting, and not before it"() {
        given:
        def body = aConference()
        delegates([lastName: 'Забываемая'], body, 1)
        def meeting = aGathering()
        sits(meeting, body)
        def names = { asSuperuser { it.rows('SELECT full_name FROM meetings.mandate WHERE body_id = ?', [body])*.full_name } }

        when:
        forgetAfter(Duration.ofDays(365 * 4))

        then:
        names() == ['Забываемая Мария Петровна']

        when:
        forgetAfter(Duration.ofDays(370))

        then:
        names() == ['—']
    }

    private Map after(Duration later, UUID meeting) {
        forgetAfter(later)
        known(meeting)
    }

    private void forgetAfter(Duration later) {
        clock.advance(later)
        forgetMeetings.forget()
    }

    private Map known(UUID meeting) {
        asSuperuser {
            it.firstRow('''
                SELECT (SELECT count(*) FROM meetings.answer WHERE meeting_id = m.id) AS answers,
                       (SELECT count(*) FROM meetings.scan WHERE meeting_id = m.id AND credential_hash <> '') AS traces,
                       (SELECT count(*) FROM meetings.presence WHERE meeting_id = m.id) AS present,
                       (SELECT count(*) FROM meetings.scan WHERE meeting_id = m.id AND person_id IS NOT NULL) AS named
                  FROM meetings.meeting m
                 WHERE m.id = ?''', [meeting])
        } as Map
    }

    private static DoorQuestion aQuestion() {
        new DoorQuestion('q', 'Обед нужен?', true, null, null, true)
    }

    private static List<List<String>> rowsOf(byte[] file) {
        new ReadableWorkbook(new ByteArrayInputStream(file)).withCloseable { book ->
            book.firstSheet.read().collect { row -> (0..8).collect { row.getCellText(it) ?: '' } }
        }
    }

    private static String textOf(byte[] pdf) {
        new PDFTextStripper().getText(Loader.loadPDF(pdf)).replace('\u00a0', ' ').replaceAll(/\s+/, ' ')
    }
}
