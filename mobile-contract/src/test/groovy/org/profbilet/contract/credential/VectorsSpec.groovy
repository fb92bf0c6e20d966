package org.profbilet.contract.credential

import java.time.Instant
import org.profbilet.contract.credential.Verification.Refused
import org.profbilet.contract.trust.BundleOutcome
import org.profbilet.contract.trust.BundleTrust
import org.profbilet.contract.trust.PublishedKey
import spock.lang.Shared
import spock.lang.Specification

/** The published test vectors; a verifier in any language must give the same answers. */
class VectorsSpec extends Specification {

  @Shared
  Map vectors = VectorFile.read()

  @Shared
  PublishedKey root = new PublishedKey(vectors.root.kid, new DeviceKey(vectors.root.x, vectors.root.y))

  def "a shown text gets the published answer: #vector.name"() {
    given:
    Instant at = Instant.ofEpochSecond(vector.at)

    when:
    Verification verification = new CredentialVerifier(known()).verify(vector.text, door(vector.door), at)

    then:
    answer(verification) == [vector.expected, vector.step]

    where:
    vector << vectors.cases
  }

  def "a good QR is rebuilt into the published text: #vector.name"() {
    when:
    PresentedCredential shown = CredentialText.parse(vector.text)

    then:
    shown.text() == vector.sdJwt
    CredentialText.parse(shown.text()).qrText() == vector.text

    where:
    vector << vectors.cases.findAll { it.expected == 'OK' }
  }

  def "a bundle gets the published answer: #vector.name"() {
    given:
    Instant at = Instant.ofEpochSecond(vector.at)

    when:
    BundleOutcome outcome = BundleTrust.accept(vector.text, root, known(), at)

    then:
    (outcome instanceof BundleOutcome.Refused ? outcome.reason().name() : 'OK') == vector.expected

    where:
    vector << vectors.bundles
  }

  def "a plastic code is read or refused as published: #vector.text"() {
    expect:
    isPlastic(vector.text) == vector.good

    where:
    vector << vectors.plastic
  }

  private BundleTrust known() {
    return ((BundleOutcome.Accepted) BundleTrust.accept(vectors.bundle, root, null, Union.NOW)).trust()
  }

  private static DoorExpectation door(Map door) {
    return new DoorExpectation(door.kinds.collect { CredentialKind.valueOf(it) } as Set, door.event, door.nonces as Set)
  }

  private static List<String> answer(Verification verification) {
    return verification instanceof Refused
        ? [verification.reason().name(), verification.step().name()]
        : ['OK', null]
  }

  private static boolean isPlastic(String text) {
    try {
      PlasticCode.parse(text)
      return true
    } catch (IllegalArgumentException foreign) {
      return false
    }
  }
}
