package org.profbilet.contract.credential

import java.security.SecureRandom
import spock.lang.Specification

class PlasticCodeSpec extends Specification {

  static final String TEXT = 'EPB1:0123456782:00017:ABCDEFGHIJKLMNOPQRSTUVWXYE'

  def "the code of a plastic card names ticket, copy and a secret"() {
    when:
    PlasticCode code = PlasticCode.parse(TEXT)

    then:
    code.ticket() == new TicketNumber('0123456782')
    code.serial().number() == 17
    code.token() == 'ABCDEFGHIJKLMNOPQRSTUVWXYE'
    code.text() == TEXT
  }

  def "a scanner that changes the case of letters is forgiven"() {
    expect:
    PlasticCode.parse(TEXT.toLowerCase()).text() == TEXT
  }

  def "every new card has a secret of its own that survives print and scan"() {
    given:
    SecureRandom random = new SecureRandom()

    when:
    List<PlasticCode> codes = (1..200).collect {
      PlasticCode.random(TicketNumber.ofSerial(it), CardSerial.of(it), random)
    }

    then:
    codes.every { PlasticCode.parse(it.text()) == it }
    codes*.token().toSet().size() == 200
  }

  def "a code that is damaged, foreign or has spare bits is refused"() {
    when:
    PlasticCode.parse(text)

    then:
    thrown(IllegalArgumentException)

    where:
    text << [
        '', 'EPB1:', 'HC1:NCFOXN', 'EPB2' + TEXT.substring(4), TEXT + 'A', TEXT + '\n', ' ' + TEXT,
        'EPB1:0123456783:00017:ABCDEFGHIJKLMNOPQRSTUVWXYE',
        'EPB1:0123456782:0017:ABCDEFGHIJKLMNOPQRSTUVWXYE',
        'EPB1:0123456782:00017:ABCDEFGHIJKLMNOPQRSTUVWXYZ',
        'EPB1:0123456782:00017:ABCDEFGHIJKLMNOPQRSTUVWXY1',
        'EPB1:0123456782:00017:ABCDEFGHıJKLMNOPQRSTUVWXYE',
        'https://profbilet.example/V#123']
  }

  def "a card serial has five digits"() {
    when:
    new CardSerial(text)

    then:
    thrown(IllegalArgumentException)

    where:
    text << ['', '1', '123456', 'abcde']
  }

  def "the secret does not show itself in a log"() {
    expect:
    "${PlasticCode.parse(TEXT)}" == 'EPB1:***'
  }
}
