package org.profbilet.memberlists.form

import static org.profbilet.memberlists.form.Lists.codes
import static org.profbilet.memberlists.form.Lists.list
import static org.profbilet.memberlists.form.Lists.stored

import spock.lang.Shared
import spock.lang.Specification

class MessyListSpec extends Specification {

  @Shared
  MemberList messy = list(stored('members-messy-60.xlsx'))

  def "the people are found on the second sheet under a header of two rows"() {
    expect:
    messy.rows().size() == 59
    messy.rows()[0].number() == 6
    messy.rows()[-1].number() == 65
    messy.ignoredColumns().empty
  }

  def "the row of the total is no person, and its count is kept to compare"() {
    expect:
    messy.statedTotal() == 60
    !messy.rows()*.number().contains(66)
  }

  def "an empty row is passed over"() {
    expect:
    !messy.rows()*.number().contains(29)
  }

  def "row #number: #dirt keeps the person out"() {
    expect:
    row(number).hasError()
    codes(row(number)) == expected as Set

    where:
    number | expected                        || dirt
    8      | ['DATE_IS_A_NUMBER']            || 'a birth date that is a bare number'
    11     | ['DATE_DOES_NOT_EXIST']         || 'the 31st of February'
    16     | ['EMAIL_UNREADABLE_BUT_NEEDED'] || 'an address without a domain, and messages by e-mail'
    20     | ['CODE_UNKNOWN']                || 'a category that is none'
    23     | ['DATE_IN_FUTURE']              || 'a registration in 2031'
    25     | ['MISSING']                     || 'no surname'
    27     | ['TWICE_IN_FILE']               || 'the same person as in the row above'
    30     | ['CHANNELS_NEEDED']             || 'a consent to messages without channels'
    32     | ['WRONG_LETTERS']               || 'a formula for a surname'
    33     | ['AGE_IMPOSSIBLE']              || 'a child of six'
    35     | ['TOO_LONG']                    || 'a position of 300 letters'
    36     | ['PHONE_NEEDED']                || 'a consent that needs a phone, without one'
    37     | ['WRONG_LETTERS']               || 'a digit in a name'
    38     | ['MISSING']                     || 'no engagement'
  }

  def "row #number: #dirt is put right and reported"() {
    expect:
    !row(number).hasError()
    codes(row(number)) == expected as Set
    reading(row(number).person()) == understood

    where:
    number | expected                     | understood       | reading                               || dirt
    9      | ['CENTURY_GUESSED']          | '1971-03-07'     | { it.birthDate() as String }          || 'a year of two digits'
    13     | ['SEVERAL_PHONES']           | '+79171234568'   | { it.phone().e164() }                 || 'two phones in a cell'
    14     | ['PHONE_UNREADABLE']         | null             | { it.phone() }                        || 'five digits for a phone'
    15     | ['LATIN_LETTERS_REPLACED']   | 'Фролова'        | { it.name().last() }                  || 'Latin letters that look Russian'
    21     | ['ZEROS_MAY_BE_LOST']        | '1234'           | { it.paperTicket() }                  || 'a ticket number that lost its zeros'
    22     | ['REGISTERED_BEFORE_JOINED'] | 'YEAR'           | { it.joinedUnion().precision().name() } || 'a year alone for the joining'
    31     | ['LOOKS_LIKE_FORMULA']       | '=HYPERLINK("http://example.org","x")' | { it.note() }   || 'a formula in a note'
    34     | ['CAPITALS_LOWERED']         | 'Королёва'       | { it.name().last() }                  || 'a surname in capitals'
    62     | ['REGISTERED_BEFORE_JOINED'] | '2025-12-19'     | { it.registeredOn() as String }       || 'a registration before the joining'
  }

  def "row #number: #dirt needs no word"() {
    expect:
    row(number).problems().empty
    reading(row(number).person()) == understood

    where:
    number | understood     | reading                      || dirt
    7      | 'Сорокина'     | { it.name().last() }         || 'blanks around a name'
    10     | '1971-03-07'   | { it.birthDate() as String } || 'a date that begins with the year'
    12     | '+79171234567' | { it.phone().e164() }        || 'a phone with 8 and brackets'
    17     | null           | { it.name().middle() }       || 'a dash for no patronymic'
    18     | null           | { it.name().middle() }       || '«нет» for no patronymic'
    19     | 'WORKING'      | { it.category().name() }     || 'a capital letter and a blank in a code'
    24     | 'F'            | { it.sex().name() }          || '«жен» for the sex'
    26     | 'Дмитриева'    | { it.name().last() }         || 'a number given twice'
    28     | 'Степанова'    | { it.name().last() }         || 'no number at all'
  }

  def "no other row has anything wrong"() {
    given:
    def planted = [8, 9, 11, 13, 14, 15, 16, 20, 21, 22, 23, 25, 27, 30, 31, 32, 33, 34, 35, 36, 37, 38, 62]

    expect:
    messy.rows().findAll { it.problems() }*.number() == planted
  }

  def "every sentence names row and column and quotes what stands there"() {
    given:
    def problems = messy.rows().collectMany { it.problems() }

    expect:
    problems.every { problem ->
      def sentence = Sentences.of(problem)
      sentence.contains("${problem.row()}") && sentence.contains("«${problem.column()}»") &&
        (problem.value().empty || sentence.contains(problem.value().take(60)))
    }
    Sentences.of(row(11).problems()[0]) ==
      'Строка 11, «Дата рождения»: такого дня нет: «31.02.1980». Проверьте день и месяц.'
    Sentences.of(row(27).problems()[0]).startsWith('Строки 26 и 27,')
    Sentences.of(row(15).problems()[0]).contains('«Фролова»')
  }

  private ListedRow row(int number) {
    messy.rows().find { it.number() == number }
  }
}
