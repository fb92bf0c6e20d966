package org.profbilet.contract.trust

import com.nimbusds.jose.JWSObject
import com.nimbusds.jose.crypto.ECDSAVerifier
import java.time.Instant
import java.util.zip.Deflater
import java.util.zip.InflaterInputStream
import org.profbilet.contract.credential.CredentialStatus
import org.profbilet.contract.credential.Union
import spock.lang.Shared
import spock.lang.Specification

class StatusListSpec extends Specification {

  @Shared
  Union union = new Union()

  def "the first entry stands in the lowest bits of the first byte"() {
    given:
    StatusList list = StatusList.allValidBut([
        0: CredentialStatus.INVALID, 1: CredentialStatus.SUSPENDED, 3: CredentialStatus.RESERVED,
        4: CredentialStatus.SUSPENDED, 1_048_575: CredentialStatus.INVALID])

    when:
    byte[] bytes = new InflaterInputStream(new ByteArrayInputStream(list.compressed())).bytes

    then:
    bytes.length == 262_144
    bytes[0] == (byte) 0b11_00_10_01
    bytes[1] == (byte) 0b00_00_00_10
    bytes[262_143] == (byte) 0b01_00_00_00
  }

  def "a signed list is read back with every state"() {
    given:
    Instant made = Union.NOW

    when:
    StatusListToken token = StatusListToken.read(union.statusList(3, made), union.keySet())

    then:
    token.uri() == 'https://profbilet.example/sl/3'
    token.issuedAt() == made
    token.expiresAt() == made.plusSeconds(7 * 86_400)
    token.list().get(Union.REVOKED) == CredentialStatus.INVALID
    token.list().get(Union.SUSPENDED) == CredentialStatus.SUSPENDED
    (0..<1_048_576).count { token.list().get(it) != CredentialStatus.VALID } == 3
  }

  def "the list is a token that any reader of the standard understands"() {
    when:
    JWSObject token = JWSObject.parse(union.statusList())

    then:
    token.verify(new ECDSAVerifier(union.statusKey.toPublicJWK()))
    token.header.type.type == 'statuslist+jwt'
    token.payload.toJSONObject().keySet() == ['sub', 'iat', 'exp', 'ttl', 'status_list'] as Set
    token.payload.toJSONObject().ttl == 3600
    token.payload.toJSONObject().status_list.bits == 2
  }

  def "an entry beyond the end is refused"() {
    when:
    StatusList.allValidBut([:]).get(index)

    then:
    thrown(IllegalArgumentException)

    where:
    index << [-1, 1_048_576]
  }

  def "a list that a credential key has signed, or nobody of ours, is refused"() {
    given:
    StatusListToken token = StatusListToken.read(union.statusList(), union.keySet())

    when:
    StatusListToken.read(token.sign(keyId, key), union.keySet())

    then:
    thrown(IllegalArgumentException)

    where:
    keyId | key
    'k7'  | union.issuerKey
    's1'  | union.issuerKey
    's2'  | union.statusKey
  }

  def "a list that is shorter, longer or a bomb is refused before it is unpacked"() {
    when:
    StatusList.ofCompressed(deflated(size))

    then:
    thrown(IllegalArgumentException)

    where:
    size << [0, 262_143, 262_145, 50_000_000]
  }

  def "bytes that are no list are refused"() {
    when:
    StatusList.ofCompressed(bytes as byte[])

    then:
    thrown(IllegalArgumentException)

    where:
    bytes << [[], [1, 2, 3], Arrays.copyOf(StatusList.allValidBut([:]).compressed(), 40)]
  }

  private static byte[] deflated(int size) {
    Deflater deflater = new Deflater(9)
    deflater.setInput(new byte[size])
    deflater.finish()
    byte[] out = new byte[100_000]
    return Arrays.copyOf(out, deflater.deflate(out))
  }
}
