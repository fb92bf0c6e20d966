package org.profbilet.contract.credential

import spock.lang.Specification

class InitialsSpec extends Specification {

  def "initials are three capital letters, with a hard sign where a name is absent"() {
    expect:
    Initials.of(surname, name, patronymic).value() == initials

    where:
    surname    | name     | patronymic  || initials
    'Петрова'  | 'Анна'   | 'Ивановна'  || 'ПАИ'
    'ёлкина'   | ' ольга' | ''          || 'ЁОЪ'
    'Smith'    | 'Ян'     | '-'         || 'ЪЯЪ'
  }

  def "every number below 35 937 is one set of initials and back"() {
    expect:
    (0..<35_937).every { Initials.ofNumber(it).number() == it }
  }

  def "Ё has its own place in the alphabet"() {
    expect:
    new Initials('ААЁ').number() == 6
  }

  def "what is not three letters of 33 is refused"() {
    when:
    new Initials(text)

    then:
    thrown(IllegalArgumentException)

    where:
    text << ['', 'ПА', 'ПАИИ', 'паи', 'PAI', 'П.А', 'ПА"']
  }

  def "a number of 35 937 or more is no set of initials"() {
    when:
    Initials.ofNumber(35_937)

    then:
    thrown(IllegalArgumentException)
  }
}
