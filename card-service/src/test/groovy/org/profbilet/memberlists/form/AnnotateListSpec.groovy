package org.profbilet.memberlists.form

import static org.profbilet.memberlists.form.Lists.stored

import org.apache.poi.ss.usermodel.CellType
import org.apache.poi.xssf.usermodel.XSSFWorkbook
import org.profbilet.memberlists.form.AnnotateList.Remarks
import spock.lang.Specification

/** The chair gets her file back and sees in it what to mend. */
class AnnotateListSpec extends Specification {

  def "the messy list comes back with a column «Ошибки» and coloured cells"() {
    when:
    def sheet = sheetOf(annotated(stored('members-messy-60.xlsx')))
    def header = sheet.getRow(4)
    def wrong = sheet.getRow(10)

    then:
    header.getCell(header.lastCellNum - 1).stringCellValue == 'Ошибки'
    wrong.getCell(header.lastCellNum - 1).stringCellValue ==
      'Строка 11, «Дата рождения»: такого дня нет: «31.02.1980». Проверьте день и месяц.'
    colour(wrong.find { it.toString() == '31.02.1980' }) == 'FFFFC7CE'
    colour(sheet.getRow(12).find { it.toString().contains('1234568') }) == 'FFFFEB9C'
  }

  def "rows and cells stay where they were, so that the mended file is read like the first: #file"() {
    given:
    def before = Lists.list(stored(file)).rows()

    when:
    def after = Lists.list(annotated(stored(file)))

    then:
    after.rows()*.number() == before*.number()
    after.rows()*.person() == before*.person()
    after.rows()*.problems() == before*.problems()
    !after.ignoredColumns().contains('Ошибки')

    where:
    file << ['members-messy-60.xlsx', 'members-school-52.xlsx', 'members-school-52.xls', 'members-school-52.ods', 'members-school-52.csv']
  }

  def "a file that comes back twice has one column of remarks"() {
    when:
    def header = sheetOf(annotated(annotated(stored('members-messy-60.xlsx')))).getRow(4)

    then:
    header.count { it.toString() == 'Ошибки' } == 1
  }

  def "no cell of it is a formula"() {
    given:
    def poisoned = Lists.sheet([Lists.OLGA + ['Фамилия': '=HYPERLINK("http://example.org")', 'Примечание': '@SUM(1+1)', 'Должность (профессия) / курс, группа': '+7']])

    expect:
    sheetOf(annotated(poisoned)).every { row -> row.every { it.cellType != CellType.FORMULA } }
  }

  private static byte[] annotated(byte[] file) {
    def remarks = Lists.list(file).rows().findAll { it.problems() }.collectEntries { [it.number(), new Remarks(it.problems(), [])] }
    new AnnotateList(new ReadMemberList(Lists.CLOCK)).annotate(file, Naming.NONE, remarks).get()
  }

  private static sheetOf(byte[] file) {
    new XSSFWorkbook(new ByteArrayInputStream(file)).getSheetAt(0)
  }

  private static String colour(cell) {
    cell.cellStyle.fillForegroundColorColor?.ARGBHex
  }
}
