package org.profbilet.memberlists.form

import static org.profbilet.memberlists.form.Lists.OLGA
import static org.profbilet.memberlists.form.Lists.sheet
import static org.profbilet.memberlists.form.Lists.table

import spock.lang.Specification

/** Columns by name, by synonym, by content, and by the chair's word. */
class NamingSpec extends Specification {

  def "«#name» is understood as «#column»"() {
    given:
    def people = [renamed(OLGA, column, name)]

    expect:
    columns(sheet(people)).find { it.name() == name }.column()?.header() == column

    where:
    name               | column
    'ФАМИЛИЯ  '.trim() | 'Фамилия'
    'Д.р.'             | 'Дата рождения'
    'Отчество (при наличии)' | 'Отчество'
    'Форма обучения'   | 'Вид занятости (учёбы)'
    'Должность'        | 'Должность (профессия) / курс, группа'
  }

  def "a column whose name says nothing is recognised by its cells: #name"() {
    given:
    def people = (1..5).collect { OLGA + [(name): cell] }

    when:
    def column = columns(sheet(people)).find { it.name() == name }

    then:
    column.column() == expected
    column.recognised() == recognised
    column.share() == share

    where:
    name             | cell                 || expected     | recognised                         | share
    'Куда звонить'   | '8 (913) 123-45-67'  || Column.PHONE | FileColumn.Recognised.BY_CONTENT   | 100
    'Куда писать'    | 'olga@example.org'   || Column.EMAIL | FileColumn.Recognised.BY_CONTENT   | 100
    'Уровень'        | 'высшее'             || Column.EDUCATION | FileColumn.Recognised.BY_CONTENT | 100
    'Стаж'           | 20                   || null         | FileColumn.Recognised.NOT          | 0
    'СНИЛС'          | '89131234567'        || null         | FileColumn.Recognised.NOT          | 0
    'Инвалидность'   | 'нет'                || null         | FileColumn.Recognised.NOT          | 0
    'Приём на работу' | '01.09.1999'        || null         | FileColumn.Recognised.NOT          | 0
  }

  def "cells without a header are understood as far as they speak"() {
    given:
    def rows = [
      ['Агеева', 'Ольга', 'Ивановна', '01.02.1980', 'Ж', 'пенсионер', 'не работает', '8 913 123-45-67'],
      ['Белов', 'Пётр', 'Олегович', '03.04.1975', 'М', 'работающий', 'основное место', '8 913 123-45-68'],
      ['Гайнуллина', 'Гузель', 'Рашитовна', '05.06.1990', 'Ж', 'работающий', 'основное место', '8 913 123-45-69'],
    ]

    expect:
    columns(table(rows))*.column() == [
      Column.LAST_NAME, Column.FIRST_NAME, Column.MIDDLE_NAME, Column.BIRTH_DATE, Column.SEX, Column.CATEGORY,
      Column.ENGAGEMENT, Column.PHONE,
    ]
    Lists.reading(table(rows)).details() == ['Дата вступления в Профсоюз', 'Дата постановки на учёт в ППО']
  }

  def "what the chair says goes before what names and cells say"() {
    given:
    def file = sheet([OLGA + ['Стаж': '20', 'Рабочий': '8 913 765-43-21', 'Телефон': '8 913 123-45-67']])
    def naming = new Naming(['рабочий': 'PHONE', 'телефон': '', 'стаж': 'NOTE'])

    when:
    def list = read(file, naming).list()

    then:
    list.rows()[0].person().phone().e164() == '+79137654321'
    list.rows()[0].person().note() == '20'
    list.ignoredColumns() == ['Телефон']
  }

  def "a list without headers is a list when the chair names its columns"() {
    given:
    def cells = ['Агеева', 'Ольга', 'Ивановна', '01.02.1980', 'Ж', 'пенсионер', 'НЕТ', '2001', '01.09.2001']
    def codes = ['LAST_NAME', 'FIRST_NAME', 'MIDDLE_NAME', 'BIRTH_DATE', 'SEX', 'CATEGORY', 'ENGAGEMENT', 'JOINED_UNION', 'REGISTERED']
    def naming = new Naming((0..<codes.size()).collectEntries { ['#' + it, codes[it]] })

    when:
    def list = read(table([cells]), naming).list()

    then:
    list.rows()*.number() == [1]
    list.rows()[0].person().name().last() == 'Агеева'
  }

  def "of two columns with one name the chair can choose the other"() {
    given:
    def file = table([OLGA.keySet() as List + ['Телефон', 'Телефон'], OLGA.values() as List + ['8 913 123-45-67', '8 913 765-43-21']])
    def second = columns(file).findAll { it.name() == 'Телефон' }[1]

    expect:
    Lists.list(file).rows()[0].person().phone().e164() == '+79131234567'
    read(file, new Naming([(second.key()): 'PHONE'])).list().rows()[0].person().phone().e164() == '+79137654321'
  }

  def "cells pasted from a spreadsheet program are a list: #what"() {
    given:
    def headers = OLGA.keySet() as List
    def text = ([headers, cells(OLGA)].collect { it.join('\t') }).join('\r\n')

    expect:
    Lists.list(text.getBytes(charset)).rows()[0].person().name().last() == 'Агеева'

    where:
    what             | charset
    'from a browser' | 'UTF-8'
    'from a file'    | 'windows-1251'
    'from DOS'       | 'IBM866'
  }

  def "a pasted cell may hold line breaks, tabs and quotes"() {
    given:
    def person = OLGA + ['Должность (профессия) / курс, группа': '"учитель\n""химии""\tи биологии"']
    def text = [person.keySet().join('\t'), person.values().join('\t')].join('\n')

    expect:
    Lists.list(text.getBytes('UTF-8')).rows()[0].person().position() == 'учитель "химии" и биологии'
  }

  def "samples show the chair what stands in a column and are no text of a log"() {
    when:
    def column = columns(sheet([OLGA])).find { it.column() == Column.LAST_NAME }

    then:
    column.samples() == ['Агеева']
    !column.toString().contains('Агеева')
  }

  private static List<String> cells(Map<String, Object> person) {
    person.values().collect { it as String }
  }

  private static Map<String, Object> renamed(Map<String, Object> person, String from, String to) {
    person.collectEntries { key, value -> [key == from ? to : key, value] }
  }

  private static List<FileColumn> columns(byte[] file) {
    new ReadMemberList(Lists.CLOCK).columns(file, Naming.NONE)
  }

  private static ListReading read(byte[] file, Naming naming) {
    new ReadMemberList(Lists.CLOCK).read(file, naming)
  }
}
