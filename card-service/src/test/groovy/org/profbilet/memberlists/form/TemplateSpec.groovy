package org.profbilet.memberlists.form

import org.apache.poi.ss.usermodel.CellType
import org.apache.poi.xssf.usermodel.XSSFWorkbook
import org.profbilet.organisations.Inpo
import spock.lang.Specification

class TemplateSpec extends Specification {

  def "the form that a chair fills and sends back is read without a word"() {
    given:
    def book = template()
    fill(book, Lists.OLGA + [
      'Номер бумажного билета': '00123', 'Мобильный телефон': '+7 913 123-45-67', 'Взносы по безналу': 'Да',
      'Согласие 1 (обработка ПДн): дата': '15.03.2025',
    ])

    when:
    def list = Lists.list(bytes(book))

    then:
    list.inpo() == '16-001-0001'
    list.ignoredColumns().empty
    list.rows().size() == 1
    list.rows()[0].number() == 4
    list.rows()[0].problems().empty
    list.rows()[0].person().paperTicket() == '00123'
    list.rows()[0].person().consents().processingOn().toString() == '2025-03-15'
  }

  def "the empty form is told to be empty"() {
    expect:
    Lists.refusal(bytes(template())) == Unreadable.NO_ROWS
  }

  def "phone and ticket columns are text, so that Excel keeps their zeros"() {
    given:
    def sheet = template().getSheetAt(0)

    expect:
    [Column.PHONE, Column.PAPER_TICKET, Column.TICKET_NUMBER].every {
      sheet.getColumnStyle(it.ordinal()).dataFormatString == '@'
    }
  }

  def "every word that the form offers is understood"() {
    given:
    def book = template()
    def lists = book.getSheet('Справочники')
    def offered = book.getSheetAt(0).dataValidations.findAll { it.validationConstraint.formula1.contains('Справочники') }

    expect:
    offered.size() == 6
    lists.getRow(0).findAll { it.cellType == CellType.STRING }*.stringCellValue as Set == [
      'Пол', 'Категория члена Профсоюза', 'Вид занятости (учёбы)', 'Группа персонала', 'Образование', 'Взносы по безналу',
    ] as Set
    (1..lists.lastRowNum).collectMany { row -> lists.getRow(row).collect { [it.columnIndex, it.stringCellValue] } }.every { place, word ->
      def read = Lists.row([(Column.values()[place].header()): word])
      !read.problems().any { it.code().name() == 'CODE_UNKNOWN' }
    }
  }

  private static XSSFWorkbook template() {
    new XSSFWorkbook(new ByteArrayInputStream(new MakeTemplate().make(new Inpo('16-001-0001'))))
  }

  private static void fill(XSSFWorkbook book, Map<String, Object> person) {
    def sheet = book.getSheetAt(0)
    def row = sheet.createRow(3)
    sheet.getRow(2).each { header ->
      if (person[header.stringCellValue]) {
        row.createCell(header.columnIndex).setCellValue(person[header.stringCellValue])
      }
    }
  }

  private static byte[] bytes(XSSFWorkbook book) {
    def out = new ByteArrayOutputStream()
    book.write(out)
    out.toByteArray()
  }
}
