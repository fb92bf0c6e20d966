package org.profbilet.memberlists

import groovy.transform.CompileStatic
import java.time.LocalDate
import java.time.format.DateTimeFormatter
import org.dhatim.fastexcel.Workbook

/** Lists of any length, every person another. */
@CompileStatic
class LargeLists {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern('dd.MM.yyyy')

  /** One letter for each digit of a number to the base of 20. */
  private static final String ALPHABET = 'абвгдежзийклмнопрсту'

  private static final List<String> HEADERS = [
    '№ п/п', 'Фамилия', 'Имя', 'Отчество', 'Дата рождения', 'Пол', 'Категория члена Профсоюза', 'Вид занятости (учёбы)',
    'Структурное подразделение', 'Должность (профессия) / курс, группа', 'Дата вступления в Профсоюз', 'Дата постановки на учёт в ППО',
    'Мобильный телефон', 'E-mail', 'Согласие 1', 'Согласие 3', 'Каналы',
  ]

  static byte[] of(int count) {
    def out = new ByteArrayOutputStream()
    def book = new Workbook(out, 'Lists', '1.0')
    def sheet = book.newWorksheet('Список')
    HEADERS.eachWithIndex { String name, int place -> sheet.value(0, place, name) }
    for (int i = 1; i <= count; i++) {
      def word = word(i)
      List<Object> cells = [
        i, 'А' + word, 'Ольга', 'Ивановна', LocalDate.of(1995, 1, 1).plusDays(i % 3000), 'Ж', 'обучающийся', 'ОЧН', 'Факультет ' + (i % 12),
        'курс ' + (i % 5 + 1) + ', группа ' + (i % 40), LocalDate.of(2020, 9, 1), LocalDate.of(2020, 9, 1),
        '89' + String.format('%09d', i), 'person' + i + '@example.org', LocalDate.of(2025, 3, 15), LocalDate.of(2025, 3, 15), 'SMS; EMAIL',
      ] as List<Object>
      cells.eachWithIndex { Object value, int place ->
        // days as words: the style of a cell is closed to Groovy
        sheet.value(i, place, value instanceof LocalDate ? DAY.format((LocalDate) value) : value.toString())
      }
    }
    book.finish()
    out.toByteArray()
  }

  private static String word(int number) {
    Integer.toString(number, 20).collect { String digit -> ALPHABET[Integer.parseInt(digit, 20)] }.join('')
  }
}
