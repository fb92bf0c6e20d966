package org.profbilet.memberlists.form

import static org.profbilet.memberlists.form.Lists.list
import static org.profbilet.memberlists.form.Lists.stored

import java.time.LocalDate
import org.profbilet.members.JoinedOn
import spock.lang.Specification

class SameListSpec extends Specification {

  def "the list of a school is the same 52 people in #file"() {
    given:
    def asSent = list(stored('members-school-52.xlsx')).rows()*.person()

    when:
    def read = list(content())

    then:
    read.format() == format
    read.rows().size() == 52
    read.rows().every { !it.hasError() }
    read.rows().collectMany { it.problems() }*.code().unique()*.name() == ['REGISTERED_BEFORE_JOINED']
    read.rows()*.person() == asSent

    where:
    file              | format          | content
    'Excel'           | ListFormat.XLSX | { stored('members-school-52.xlsx') }
    'old Excel'       | ListFormat.XLS  | { stored('members-school-52.xls') }
    'LibreOffice'     | ListFormat.ODS  | { stored('members-school-52.ods') }
    'CSV in cp1251'   | ListFormat.CSV  | { stored('members-school-52.csv') }
    'CSV in UTF-8'    | ListFormat.CSV  | { inCharset('UTF-8') }
    'CSV with a mark' | ListFormat.CSV  | { inCharset('UTF-8', '\ufeff') }
    'CSV in cp866'    | ListFormat.CSV  | { inCharset('IBM866') }
    'CSV in UTF-16'   | ListFormat.CSV  | { inCharset('UTF-16') }
  }

  def "every column of the form arrives"() {
    when:
    def sent = list(stored('members-school-52.xlsx'))
    def orlova = sent.rows()[2].person()

    then:
    sent.inpo() == '16-001-0001'
    sent.ignoredColumns().empty
    sent.rows()[2].number() == 6
    orlova.name().last() == 'Орлова'
    orlova.name().first() == 'Алёна'
    orlova.name().forSearch() == 'орлова алена петровна'
    orlova.birthDate() == LocalDate.of(1942, 7, 6)
    orlova.sex().name() == 'F'
    orlova.category().name() == 'PENSIONER'
    orlova.engagement().name() == 'NONE'
    orlova.position() == null
    orlova.education().name() == 'HIGHER'
    orlova.joinedUnion() == JoinedOn.day(LocalDate.of(1979, 5, 19))
    orlova.registeredOn() == LocalDate.of(1980, 12, 15)
    orlova.protocolNumber() == '29'
    orlova.paperTicket() == '48600179'
    orlova.phone().e164() == '+79886213461'
    orlova.email().value() == 'alena.orlova3@example.org'
    orlova.duesByPayroll()
    orlova.consents().processingOn() == LocalDate.of(2025, 3, 15)
    orlova.consents().partnerOn() == LocalDate.of(2025, 3, 15)
    orlova.consents().messagesOn() == LocalDate.of(2025, 3, 15)
    orlova.consents().channels()*.name() as Set == ['SMS', 'PUSH', 'EMAIL'] as Set
  }

  def "zeros in front of a paper ticket stay"() {
    expect:
    list(stored("members-school-52.$ending")).rows()[0].person().paperTicket() == '07065548'

    where:
    ending << ['xlsx', 'xls', 'ods', 'csv']
  }

  def "a list without consents is read with none"() {
    when:
    def rows = list(stored('members-kindergarten-47-no-consents.xlsx')).rows()

    then:
    rows.size() == 47
    rows.every { it.person().consents() == new ListedConsents(null, null, null, [] as Set) }
  }

  def "a university's list is read in one go"() {
    given:
    def file = stored('members-university-8554.xlsx')
    def start = System.nanoTime()

    when:
    def rows = list(file).rows()
    println "university list: ${rows.size()} rows, ${(System.nanoTime() - start).intdiv(1_000_000)} ms"

    then:
    rows.size() == 8554
    rows.count { it.hasError() } == 0
    rows.findAll { it.problems() }.size() == 126
    rows.collectMany { it.problems() }*.code().unique()*.name() == ['REGISTERED_BEFORE_JOINED']
  }

  private static byte[] inCharset(String charset, String mark = '') {
    (mark + new String(stored('members-school-52.csv'), 'windows-1251')).getBytes(charset)
  }
}
