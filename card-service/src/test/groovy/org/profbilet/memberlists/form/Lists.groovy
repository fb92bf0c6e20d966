package org.profbilet.memberlists.form

import java.time.Clock
import java.time.Instant
import java.time.ZoneOffset
import org.apache.poi.xssf.usermodel.XSSFWorkbook

/** Member lists for specifications: stored files, and small ones written on the spot. */
class Lists {
  static final Clock CLOCK = Clock.fixed(Instant.parse('2026-03-01T09:00:00Z'), ZoneOffset.UTC)

  static final Map<String, Object> OLGA = [
    'Фамилия': 'Агеева', 'Имя': 'Ольга', 'Отчество': 'Ивановна', 'Дата рождения': '01.02.1980', 'Пол': 'Ж',
    'Категория члена Профсоюза': 'работающий', 'Вид занятости (учёбы)': 'ОСН',
    'Должность (профессия) / курс, группа': 'учитель', 'Группа персонала': 'педагогические',
    'Дата вступления в Профсоюз': '01.09.2001', 'Дата постановки на учёт в ППО': '01.09.2001',
  ]

  static byte[] stored(String name) {
    Lists.getResourceAsStream("/lists/$name").bytes
  }

  static ListReading reading(byte[] file) {
    new ReadMemberList(CLOCK).read(file, Naming.NONE)
  }

  static MemberList list(byte[] file) {
    def reading = reading(file)
    assert reading instanceof ListReading.Read: "${reading.reason()} ${reading.details()}"
    reading.list()
  }

  static Unreadable refusal(byte[] file) {
    def reading = reading(file)
    assert reading instanceof ListReading.Refused
    reading.reason()
  }

  /** A list of one row: Olga's, with some cells written otherwise. */
  static ListedRow row(Map<String, Object> changed) {
    list(sheet([OLGA + changed])).rows()[0]
  }

  static byte[] sheet(List<Map<String, Object>> people) {
    def headers = people*.keySet().flatten().unique()
    table([headers] + people.collect { person -> headers.collect { person[it] } })
  }

  static byte[] table(List<List<Object>> rows) {
    def book = new XSSFWorkbook()
    def sheet = book.createSheet('Список')
    def date = book.createCellStyle()
    date.dataFormat = book.createDataFormat().getFormat('dd.mm.yyyy')
    rows.eachWithIndex { cells, i ->
      def row = sheet.createRow(i)
      cells.eachWithIndex { value, j ->
        if (value != null) {
          def cell = row.createCell(j)
          if (value instanceof java.time.LocalDate) {
            cell.cellStyle = date
          }
          cell.setCellValue(value instanceof Number ? value.doubleValue() : value)
        }
      }
    }
    def out = new ByteArrayOutputStream()
    book.write(out)
    out.toByteArray()
  }

  static byte[] csv(List<Map<String, Object>> people, String charset, String separator) {
    def headers = people*.keySet().flatten().unique()
    def lines = [headers] + people.collect { person -> headers.collect { person[it] ?: '' } }
    lines.collect { it.collect { "\"$it\"" }.join(separator) }.join('\r\n').getBytes(charset)
  }

  static Set<String> codes(ListedRow row) {
    row.problems()*.code()*.name() as Set
  }
}
