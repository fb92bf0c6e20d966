package org.profbilet.contract.credential

import spock.lang.Specification

class TicketNumberSpec extends Specification {

  def "a ticket number is nine digits of a serial and a Luhn check digit"() {
    expect:
    TicketNumber.ofSerial(serial).value() == value

    where:
    serial      || value
    0           || '0000000000'
    1           || '0000000018'
    12_345_678  || '0123456782'
    999_999_999 || '9999999999'
  }

  def "one wrong digit, and two neighbours exchanged, are noticed"() {
    given:
    String right = TicketNumber.ofSerial(480_215_637).value()

    expect:
    wrongDigit(right).every { isRefused(it) }
    exchanged(right).every { isRefused(it) }
  }

  def "what is not ten digits is no ticket number"() {
    expect:
    isRefused(text)

    where:
    text << ['', '18', '00000000018', '000000001８', ' 0000000018', '00000000١8', '-000000018']
  }

  def "a serial has at most nine digits"() {
    when:
    TicketNumber.ofSerial(serial)

    then:
    thrown(IllegalArgumentException)

    where:
    serial << [-1, 1_000_000_000]
  }

  def "a ticket number does not show itself in a log"() {
    expect:
    "${TicketNumber.ofSerial(12_345_678)}" == '********82'
  }

  private static List<String> wrongDigit(String number) {
    return (0..9).collectMany { place ->
      ('0'..'9').findAll { it != number[place] }
          .collect { number.substring(0, place) + it + number.substring(place + 1) }
    }
  }

  private static List<String> exchanged(String number) {
    return (0..8)
        .findAll { number[it] != number[it + 1] && ([number[it], number[it + 1]] as Set) != (['0', '9'] as Set) }
        .collect { number.substring(0, it) + number[it + 1] + number[it] + number.substring(it + 2) }
  }

  private static boolean isRefused(String text) {
    try {
      new TicketNumber(text)
      return false
    } catch (IllegalArgumentException expected) {
      return true
    }
  }
}
