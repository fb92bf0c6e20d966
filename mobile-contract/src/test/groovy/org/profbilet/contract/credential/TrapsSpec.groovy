package org.profbilet.contract.credential

import com.google.zxing.EncodeHintType
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel
import com.google.zxing.qrcode.encoder.Encoder
import com.nimbusds.jose.JWSHeader
import com.nimbusds.jose.JWSObject
import com.nimbusds.jose.crypto.ECDSAVerifier
import com.nimbusds.jose.util.Base64URL
import org.profbilet.contract.credential.Verification.Verified
import spock.lang.Shared
import spock.lang.Specification

/** What libraries forgive and we must not: each shown on the library first, then refused by us. */
class TrapsSpec extends Specification {

  static final BigInteger ORDER =
      new BigInteger('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551', 16)

  @Shared
  Union union = new Union()

  def "the library verifies a text with a foreign letter in its base64url, we do not read it"() {
    given:
    String text = union.doorCredential().text()
    String foreign = change(text)
    JWSObject parsed = JWSObject.parse(foreign.replace('~', ''))

    expect:
    parsed.verify(new ECDSAVerifier(union.issuerKey.toECPublicKey()))
    isRefused(foreign)

    where:
    change << [{ it.replace('~', ' ~') }, { it.replace('~', '=~') }, { it.replace('~', '!~') }, { it.replaceFirst(/(.{9})~/, ' $1~') }]
  }

  def "a signature in its other way verifies too, and is the same showing for a door"() {
    given:
    PresentedCredential shown = union.shown()
    PresentedCredential twin = new PresentedCredential(shown.credential(), shown.proof(), otherWay(shown.proofSignature()))

    when:
    Verified first = union.verifier().verify(shown.qrText(), DoorExpectation.ofEvent(12), Union.NOW)
    Verified second = union.verifier().verify(twin.qrText(), DoorExpectation.ofEvent(12), Union.NOW)

    then:
    shown.qrText() != twin.qrText()
    first.replayKey() == second.replayKey()
  }

  def "a signature of #length bytes is none"() {
    given:
    SignedCredential credential = union.doorCredential()
    byte[] good = new Base64URL(credential.signature()).decode()
    String signature = Base64URL.encode(Arrays.copyOf(good, length)).toString()

    when:
    boolean verified = Es256.isGood(credential.signingInput(), signature, DeviceKey.of(union.issuerKey))

    then:
    !verified
    isRefused(credential.signingInput() + '.' + signature + '~')

    where:
    length << [0, 1, 32, 63, 65, 96, 128]
  }

  def "a signature of zeros, or with r or s out of range, is none"() {
    given:
    SignedCredential credential = union.doorCredential()
    byte[] bytes = new byte[64]
    System.arraycopy(StrictBase64Url.fixed(r, 32), 0, bytes, 0, 32)
    System.arraycopy(StrictBase64Url.fixed(s, 32), 0, bytes, 32, 32)

    expect:
    !Es256.isGood(credential.signingInput(), StrictBase64Url.encode(bytes), DeviceKey.of(union.issuerKey))

    where:
    r          | s
    0G         | 0G
    0G         | 1G
    1G         | 0G
    ORDER      | ORDER
    ORDER + 1G | 1G
  }

  def "the library writes a header in an order of its own, we sign the very bytes"() {
    given:
    String header = '{"alg":"ES256","kid":"k7","typ":"dc+sd-jwt"}'
    String text = union.doorCredential().text()

    expect:
    JWSHeader.parse(header).toBase64URL() != Base64URL.encode(header)
    text.startsWith(Base64URL.encode(header).toString() + '.')
  }

  def "a header without a key's name, with a key of its own or with a word to be understood is refused, although well signed"() {
    given:
    String input = Es256.signingInput(header, Templates.payload(union.doorClaims()))
    String signature = Es256.sign(header, Templates.payload(union.doorClaims()), union.issuerKey)

    expect:
    Es256.isGood(input, signature, DeviceKey.of(union.issuerKey))
    isRefused(input + '.' + signature + '~')

    where:
    header << [
        '{"alg":"ES256","typ":"dc+sd-jwt"}',
        '{"alg":"ES256","jwk":{"crv":"P-256","kty":"EC","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"},"kid":"k7","typ":"dc+sd-jwt"}',
        '{"alg":"ES256","crit":["exp"],"exp":1,"kid":"k7","typ":"dc+sd-jwt"}',
        '{"alg":"ES256","kid":"k7","typ":"jwt"}']
  }

  def "an encoder that is not told of mixed text makes a bigger code of the same text"() {
    given:
    String text = union.shown().qrText()

    expect:
    version(text, true) == 9
    version(text, false) > 9
  }

  private static int version(String text, boolean mixed) {
    Encoder.encode(text, ErrorCorrectionLevel.L, [(EncodeHintType.QR_COMPACT): mixed]).version.versionNumber
  }

  private static String otherWay(String signature) {
    byte[] bytes = new Base64URL(signature).decode()
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(bytes, 32, 64))
    System.arraycopy(StrictBase64Url.fixed(ORDER - s, 32), 0, bytes, 32, 32)
    return StrictBase64Url.encode(bytes)
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
