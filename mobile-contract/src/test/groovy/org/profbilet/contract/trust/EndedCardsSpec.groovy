package org.profbilet.contract.trust

import com.nimbusds.jose.JWSObject
import com.nimbusds.jose.crypto.ECDSAVerifier
import java.time.Duration
import org.profbilet.contract.credential.PlasticCode
import org.profbilet.contract.credential.Union
import spock.lang.Shared
import spock.lang.Specification

class EndedCardsSpec extends Specification {

  static final PlasticCode LOST = PlasticCode.parse('EPB1:0123456782:00017:ABCDEFGHIJKLMNOPQRSTUVWXYE')
  static final PlasticCode NEXT = PlasticCode.parse('EPB1:0123456782:00018:ABCDEFGHIJKLMNOPQRSTUVWXYA')

  /** The same bytes that ended-cards.test.js expects of JavaScript. */
  static final String MARK = 'DDD5ebWVwkg'

  @Shared
  Union union = new Union()

  def "a card that has ended is found by its code, the next copy is not"() {
    when:
    EndedCards read = EndedCards.read(list([LOST]).sign('r1', union.rootKey), union.root())

    then:
    read.contains(LOST)
    !read.contains(NEXT)
    read.size() == 1
    read.issuedAt() == Union.NOW
    read.expiresAt() == Union.NOW + Duration.ofDays(7)
  }

  def "the list names nobody: eight bytes of a hash a card, signed by the pinned root key"() {
    when:
    JWSObject text = JWSObject.parse(list([LOST]).sign('r1', union.rootKey))

    then:
    text.verify(new ECDSAVerifier(union.rootKey.toPublicJWK()))
    text.header.toJSONObject() == [alg: 'ES256', kid: 'r1', typ: 'epb-cards+jwt']
    text.payload.toJSONObject().keySet().toList() == ['iat', 'exp', 'ended']
    text.payload.toJSONObject().ended == MARK
  }

  def "a list of another signer, of another kind, damaged or with half a mark is refused"() {
    when:
    EndedCards.read(text, union.root())

    then:
    thrown(IllegalArgumentException)

    where:
    text << [list([LOST]).sign('r1', union.issuerKey), list([LOST]).sign('r2', union.rootKey), union.signedBundle(),
        list([LOST]).sign('r1', union.rootKey).reverse(), '',
        SignedJson.sign('epb-cards+jwt', 'r1', [iat: 1, exp: 2, ended: 'AAAA'], union.rootKey)]
  }

  private static EndedCards list(List<PlasticCode> codes) {
    EndedCards.of(Union.NOW, Union.NOW + Duration.ofDays(7), codes)
  }
}
