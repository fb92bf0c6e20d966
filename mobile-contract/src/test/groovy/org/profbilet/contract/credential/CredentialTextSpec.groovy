package org.profbilet.contract.credential

import com.nimbusds.jose.jwk.ECKey
import com.nimbusds.jose.util.Base64URL
import java.security.MessageDigest
import java.time.Instant
import spock.lang.Shared
import spock.lang.Specification

class CredentialTextSpec extends Specification {

  static final String X = 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU'
  static final String Y = 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0'

  @Shared
  Union union = new Union()

  def "the signed bytes of a door credential are exactly these"() {
    given:
    ECKey phone = new ECKey.Builder(com.nimbusds.jose.jwk.Curve.P_256, new Base64URL(X), new Base64URL(Y)).build()

    when:
    List<String> parts = union.doorCredential(phone: phone).text().split('[.~]')

    then:
    decoded(parts[0]) == '{"alg":"ES256","kid":"k7","typ":"dc+sd-jwt"}'
    decoded(parts[1]) ==
        '{"iss":"https://profbilet.example","vct":"urn:epb:door:1","iat":1772323200,"exp":1775347200,' +
        '"card":"0123456782","org":"160052","ini":"ПАИ","cnf":{"jwk":{"crv":"P-256","kty":"EC",' +
        '"x":"' + X + '","y":"' + Y + '"}},' +
        '"status":{"status_list":{"idx":4242,"uri":"https://profbilet.example/sl/3"}}}'
  }

  def "a member credential tells nothing but that there is a member"() {
    when:
    String payload = decoded(union.memberCredential().text().split('[.~]')[1])

    then:
    payload.startsWith('{"iss":"https://profbilet.example","vct":"urn:epb:member:1","iat":1772323200,"exp":1775347200,"cnf":')
    !payload.contains('card') && !payload.contains('org') && !payload.contains('ini')
  }

  def "the signed bytes of a proof are exactly these"() {
    given:
    SignedCredential credential = union.doorCredential()
    String hash = Base64URL.encode(MessageDigest.getInstance('SHA-256').digest(credential.text().bytes))

    when:
    String text = credential.prove(new HolderProof(1_772_355_595L, 12L, nonce), union.phone).text()
    List<String> parts = text.substring(text.indexOf('~') + 1).split('\\.')

    then:
    decoded(parts[0]) == '{"alg":"ES256","typ":"kb+jwt"}'
    decoded(parts[1]) ==
        '{"iat":1772355595,"aud":"urn:epb:event:12","nonce":"' + inText + '","sd_hash":"' + hash + '"}'

    where:
    nonce         || inText
    ''            || '59078519'
    'AAECAwQFBgc' || 'AAECAwQFBgc'
  }

  def "a QR begins with the public address in capitals and holds digits only"() {
    expect:
    new Union(address).shown().qrText() ==~ form

    where:
    address                     || form
    'https://profbilet.example' || /HTTPS:\/\/PROFBILET\.EXAMPLE\/V#[0-9]{473}/
    'http://localhost:8080'     || /HTTP:\/\/LOCALHOST:8080\/V#[0-9]{473}/
  }

  def "a proof that answers a question of the door takes 20 digits more"() {
    expect:
    union.shown(nonce: 'AAECAwQFBgc').qrText().length() - union.shown().qrText().length() == 20
  }

  def "a thousand random credentials come out of their QR letter by letter"() {
    given:
    Random random = new Random(20_261_121)

    expect:
    (1..1000).every {
      PresentedCredential shown = union.randomShown(random)
      PresentedCredential read = CredentialText.parse(shown.qrText())
      read == shown && read.text() == shown.text() && CredentialText.parse(shown.text()) == shown
    }
  }

  def "a scanner that changes the case of letters is forgiven"() {
    given:
    PresentedCredential shown = union.shown()

    expect:
    CredentialText.parse(shown.qrText().toLowerCase()) == shown
  }

  def "a credential without a proof is read as such"() {
    given:
    SignedCredential credential = union.doorCredential()

    expect:
    CredentialText.parseUnproven(credential.text()) == credential
  }

  def "base64url that another reader would forgive is refused"() {
    given:
    String text = union.shown().text()

    expect:
    isRefused(change(text))

    where:
    change << [
        { it.replaceFirst(/\./, ' .') }, { it.replaceFirst(/\./, '=.') }, { it.replaceFirst(/\./, '?.') },
        { it + '=' }, { it + '\n' }, { ' ' + it }, { spareBit(it) }, { it.replace('~', '~~') },
        { it + '.' }, { it.replaceFirst('eyJ', 'e yJ') }]
  }

  def "a header or payload in other words is refused, whoever signed it"() {
    given:
    SignedCredential credential = union.doorCredential()
    List<String> parts = credential.text().split('[.~]')
    String header = Base64URL.encode(otherHeader(decoded(parts[0])))
    String payload = Base64URL.encode(otherPayload(decoded(parts[1])))

    expect:
    isRefused(header + '.' + payload + '.' + parts[2] + '~')

    where:
    otherHeader                                      | otherPayload
    ({ '{"kid":"k7","typ":"dc+sd-jwt","alg":"ES256"}' })   | ({ it })
    ({ '{"alg":"ES256","typ":"dc+sd-jwt"}' })              | ({ it })
    ({ '{"alg":"none","kid":"k7","typ":"dc+sd-jwt"}' })    | ({ it })
    ({ it.replace('k7', 'k0') })                           | ({ it })
    ({ it.replace('k7', 'k07') })                          | ({ it })
    ({ it.replace('k7', 'k256') })                         | ({ it })
    ({ it.replace('"}', '","jwk":{}}') })                  | ({ it })
    ({ it })                                               | ({ it.replace('1775347200', '1775347201') })
    ({ it })                                               | ({ it.replace('1772323200', '1772323201') })
    ({ it })                                               | ({ it.replace('0123456782', '0123456783') })
    ({ it })                                               | ({ it.replace('"160052"', '"0160052"') })
    ({ it })                                               | ({ it.replace('door:1', 'member:1') })
    ({ it })                                               | ({ it.replace('/sl/3', '/sl/03') })
    ({ it })                                               | ({ it.replace('example/sl', 'invalid/sl') })
    ({ it })                                               | ({ it.replace('"idx":4242', '"idx": 4242') })
    ({ it })                                               | ({ it.replace('"idx":4242', '"idx":1048576') })
    ({ it })                                               | ({ it.replace('}}}', '}},"x":1}') })
  }

  def "digits that no packing gives are refused"() {
    given:
    String qr = union.shown().qrText()

    expect:
    isRefused(change(qr))

    where:
    change << [
        { it + '0' }, { it.substring(0, it.length() - 1) }, { it + '000' },
        { it.replaceFirst(/#[0-9]{32}/, '#' + '9' * 32) }, { it.replace('/V#', '/v?') },
        { it.replace('/V#', '/V/#') }, { it.replace('HTTPS', 'FTP') }, { it.replace('#', '#-') },
        { it.substring(0, it.indexOf('#') + 1) }, { it.replace('#', '#٣').substring(0, it.length()) }]
  }

  def "a key whose first byte is neither 02 nor 03 is refused"() {
    given:
    byte[] packed = PackedCredential.pack(union.shown())
    int place = 1 + 1 + 2 + 1 + 2 + 3 + 12
    assert packed[place] in [(byte) 2, (byte) 3]
    packed[place] = (byte) prefix

    expect:
    isRefused('HTTPS://PROFBILET.EXAMPLE/V#' + DecimalDigits.ofBytes(packed))

    where:
    prefix << [0, 1, 4, 6, 7, 0x82, 0x83]
  }

  def "fields outside their range are refused"() {
    given:
    byte[] packed = PackedCredential.pack(union.shown())
    bytes.eachWithIndex { value, i -> packed[place + i] = (byte) value }

    expect:
    isRefused('HTTPS://PROFBILET.EXAMPLE/V#' + DecimalDigits.ofBytes(packed))

    where:
    field                    | place | bytes
    'profile'                | 0     | [0x13]
    'profile of prints'      | 0     | [0x01]
    'key number 0'           | 1     | [0]
    'life of 0 days'         | 4     | [0]
    'index of 2^20'          | 7     | [0x10, 0, 0]
    'ticket of 11 digits'    | 10    | [0x02, 0x54, 0x0B, 0xE4, 0x00, 0x00]
    'ticket check digit'     | 10    | [0, 0, 0, 0, 0, 1]
    'initials of 35 937'     | 20    | [0x8C, 0x61]
    'nonce of 7 bytes'       | 127   | [7]
    'nonce of 8 bytes'       | 127   | [8]
  }

  def "a public address whose host does not fit a QR is refused"() {
    when:
    new PublicAddress(text)

    then:
    thrown(IllegalArgumentException)

    where:
    text << ['https://profbilet-of-region.ru', 'https://profbilet.example/', 'ftp://a.ru', 'https://A.ru',
             'https://a.ru:123456', 'https://', 'https://a b.ru', 'https://-a.ru', 'https://a.ru#']
  }

  def "a credential and its proof do not show themselves in a log"() {
    given:
    PresentedCredential shown = union.shown()

    expect:
    !"$shown ${shown.credential()} ${shown.credential().claims()}".contains('0123456782')
    !"${shown.credential().claims()}".contains('ПАИ')
  }

  private static String decoded(String part) {
    return new Base64URL(part).decodeToString()
  }

  private static String spareBit(String text) {
    String letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    return text.substring(0, text.length() - 1) + letters[letters.indexOf(text[-1]) + 1]
  }

  private static boolean isRefused(String text) {
    try {
      CredentialText.read(text)
      return false
    } catch (IllegalArgumentException expected) {
      return true
    }
  }
}
