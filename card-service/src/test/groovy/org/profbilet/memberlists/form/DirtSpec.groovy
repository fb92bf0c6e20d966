package org.profbilet.memberlists.form

import static org.profbilet.memberlists.form.Lists.codes
import static org.profbilet.memberlists.form.Lists.list
import static org.profbilet.memberlists.form.Lists.row
import static org.profbilet.memberlists.form.Lists.table

import java.time.LocalDate
import spock.lang.Specification

class DirtSpec extends Specification {

  static final Map<String, Object> OLGA = Lists.OLGA

  def "a phone written as #written is #phone"() {
    when:
    def read = row('Телефон': written)

    then:
    read.person().phone()?.e164() == phone
    codes(read) == problems as Set

    where:
    written                             | phone          | problems
    89131234567                         | '+79131234567' | []
    8.9131234567E10                     | '+79131234567' | []
    9131234567                          | '+79131234567' | []
    '8 (913) 123-45-67'                 | '+79131234567' | []
    '9131234567'                        | '+79131234567' | []
    '+7-913-123-45-67'                  | '+79131234567' | []
    '8-385-2-12-34-56'                  | '+73852123456' | []
    '8 (913) 123-45-67 доб. 12'         | '+79131234567' | []
    '8(3852)12-34-56, 8-913-123-45-67'  | '+79131234567' | ['SEVERAL_PHONES']
    '89131234567 89131234568'           | '+79131234567' | ['SEVERAL_PHONES']
    '12-34-56'                          | null           | ['PHONE_UNREADABLE']
    'нет'                               | null           | ['PHONE_UNREADABLE']
  }

  def "a surname written as #written is #surname"() {
    when:
    def read = row('Фамилия': written)

    then:
    read.person()?.name()?.last() == surname
    codes(read) == problems as Set

    where:
    written                 | surname              | problems
    'Ивaнова'               | 'Иванова'            | ['LATIN_LETTERS_REPLACED']
    'Cоколова'              | 'Соколова'           | ['LATIN_LETTERS_REPLACED']
    'Ivanova'               | null                 | ['NOT_CYRILLIC']
    'Семёнова'              | 'Семёнова'           | []
    'И\u0306одко'           | 'Йодко'              | []
    'ИВАНОВА-ПЕТРОВА'       | 'Иванова-Петрова'    | ['CAPITALS_LOWERED']
    'иванова - петрова'     | 'Иванова-Петрова'    | ['CAPITALS_LOWERED']
    'Иванова  Петрова'      | 'Иванова Петрова'    | []
    '\u00a0Иванова\u00a0'   | 'Иванова'            | []
    "Д'Артаньян"            | "Д'Артаньян"         | []
    'Ивано8а'               | null                 | ['WRONG_LETTERS']
    '-'                     | null                 | ['WRONG_LETTERS']
    'и' * 61                | null                 | ['TOO_LONG']
  }

  def "a patronymic written as #written is #patronymic"() {
    expect:
    row('Отчество': written).person().name().middle() == patronymic

    where:
    written             | patronymic
    'МАМЕД  ОГЛЫ'       | 'Мамед оглы'
    'Мамед оглы'        | 'Мамед оглы'
    '-'                 | null
    'нет'               | null
    null                | null
  }

  def "a birth date written as #written is #date"() {
    when:
    def read = row('Дата рождения': written)

    then:
    read.person()?.birthDate()?.toString() == date
    codes(read) == problems as Set

    where:
    written                     | date         | problems
    '01.02.1980'                | '1980-02-01' | []
    '1.2.80'                    | '1980-02-01' | ['CENTURY_GUESSED']
    '1.2.07'                    | '2007-02-01' | ['CENTURY_GUESSED']
    '1.2.26'                    | '1926-02-01' | ['CENTURY_GUESSED']
    '01/02/1980'                | '1980-02-01' | ['DAY_BEFORE_MONTH']
    '21/02/1980'                | '1980-02-21' | []
    '01-02-1980'                | '1980-02-01' | []
    '1980-02-01'                | '1980-02-01' | []
    '1980-02-01 00:00:00'       | '1980-02-01' | []
    '01.02.1980 г.'             | '1980-02-01' | []
    '1 февраля 1980 года'       | '1980-02-01' | []
    '01.02.1980\u00a0'          | '1980-02-01' | []
    LocalDate.of(1980, 2, 1)    | '1980-02-01' | []
    29252                       | null         | ['DATE_IS_A_NUMBER']
    '1980'                      | null         | ['DATE_IS_A_YEAR']
    1980                        | null         | ['DATE_IS_A_YEAR']
    '31.02.1980'                | null         | ['DATE_DOES_NOT_EXIST']
    '02/13/1980'                | null         | ['DATE_DOES_NOT_EXIST']
    'март 79'                   | null         | ['DATE_UNREADABLE']
    '02.03.2012'                | null         | ['AGE_IMPOSSIBLE']
    '01.03.2012'                | '2012-03-01' | []
    '01.03.1925'                | null         | ['AGE_IMPOSSIBLE']
    '02.03.1925'                | '1925-03-02' | []
  }

  def "of the joining a year is enough: #written"() {
    expect:
    row('Дата вступления в Профсоюз': written).person().joinedUnion().precision().name() == precision

    where:
    written       | precision
    '1999'        | 'YEAR'
    1999          | 'YEAR'
    '1999 г.'     | 'YEAR'
    '01.09.1999'  | 'DAY'
  }

  def "an address written as #written is #address"() {
    when:
    def read = row('E-mail': written)

    then:
    read.person().email()?.value() == address
    codes(read) == problems as Set

    where:
    written                | address             | problems
    'Olga@Example.ORG '    | 'olga@example.org'  | []
    'ольга@почта.рф'       | 'ольга@почта.рф'    | []
    'olga@mail'            | null                | ['EMAIL_UNREADABLE']
    'olga.example.org'     | null                | ['EMAIL_UNREADABLE']
    'a@b.ru, c@d.ru'       | null                | ['EMAIL_UNREADABLE']
    '-'                    | null                | []
  }

  def "a ticket number is checked by its last digit: #written"() {
    expect:
    codes(row('Номер ЭПБ': written)) == problems as Set

    where:
    written        | problems
    '0000000018'   | []
    18             | []
    '0000000019'   | ['TICKET_NUMBER_WRONG']
    '12345'        | ['TICKET_NUMBER_WRONG']
  }

  def "a paper ticket keeps the zeros of a text: #written"() {
    when:
    def read = row('Номер бумажного билета': written)

    then:
    read.person().paperTicket() == kept
    codes(read) == problems as Set

    where:
    written  | kept    | problems
    '00123'  | '00123' | []
    123      | '123'   | ['ZEROS_MAY_BE_LOST']
  }

  def "channels written as #written are #channels"() {
    expect:
    row('Согласие 3 (sms/puch)': '15.03.2025', 'Каналы': written, 'Моб.': '89131234567', 'Почта': 'o@example.org')
      .person()?.consents()?.channels()*.name() as Set == channels as Set

    where:
    written             | channels
    'SMS; PUSH; EMAIL'  | ['SMS', 'PUSH', 'EMAIL']
    'смс,e-mail'        | ['SMS', 'EMAIL']
    'SMS PUSH'          | ['SMS', 'PUSH']
    'sms/puch'          | ['SMS', 'PUSH']
  }

  def "channels without a consent are left out and reported"() {
    when:
    def read = row('Согласие 3': null, 'Каналы': 'SMS')

    then:
    read.person().consents().channels().empty
    codes(read) == ['CHANNELS_WITHOUT_CONSENT'] as Set
  }

  def "#what under the header is no person"() {
    given:
    def headers = OLGA.keySet() as List
    def rows = [['№'] + headers, extra, [1] + (OLGA.values() as List)]

    expect:
    list(table(rows)).rows()*.number() == [3]

    where:
    what                        | extra
    'an empty row'              | []
    'a row of blanks'           | [' ', '\u00a0', '']
    'a prepared number'         | [17]
    'a title of a group'        | ['Учителя начальных классов']
    'a row of column numbers'   | [1, 2, 3, 4, 5, 6, 7, 8]
    'a total'                   | [null, 'ИТОГО', '52 чел.']
  }

  def "a surname alone is a mistake that is told, not a row that is lost"() {
    when:
    def read = list(table([OLGA.keySet() as List, ['Белов'], OLGA.values() as List]))

    then:
    read.rows()[0].title() == 'Белов'
    codes(read.rows()[0]) == ['MISSING'] as Set
  }

  def "a header set over two merged rows is one header"() {
    given:
    def over = OLGA.keySet().collect { it.startsWith('Дата в') ? 'Дата' : it }
    def under = OLGA.keySet().collect { it.startsWith('Дата в') ? 'вступления в Профсоюз' : null }

    expect:
    list(table([['Список'], over, under, OLGA.values() as List])).rows()*.number() == [4]
  }

  def "columns that the form does not know are listed"() {
    expect:
    list(Lists.sheet([OLGA + ['Стаж': 20, 'СНИЛС': 'x']])).ignoredColumns() == ['Стаж', 'СНИЛС']
  }

  def "CSV may be separated by #name"() {
    expect:
    Lists.list(Lists.csv([OLGA], 'UTF-8', separator)).rows()[0].person().name().last() == 'Агеева'

    where:
    name           | separator
    'semicolons'   | ';'
    'commas'       | ','
    'tabs'         | '\t'
  }

  def "the same person with ё and with е is the same person"() {
    given:
    def twice = [OLGA + ['Имя': 'Алёна'], OLGA + ['Имя': 'Алена']]

    expect:
    list(Lists.sheet(twice)).rows()*.hasError() == [false, true]
  }

  def "names, addresses and values stay out of what is logged"() {
    given:
    def read = row('Фамилия': 'АГЕЕВА', 'Телефон': '89131234567', 'E-mail': 'olga@example.org')
    def texts = "$read ${read.person()} ${read.problems()} ${read.person().name()} ${read.person().phone()} ${read.person().email()}"

    expect:
    !texts.toLowerCase().contains('агеева')
    !texts.contains('9131234567')
    !texts.contains('olga')
  }
}
