package org.profbilet.contract.credential

import static org.profbilet.contract.credential.CheckStep.*
import static org.profbilet.contract.credential.RefusalReason.*

import java.time.Duration
import java.time.Instant
import org.profbilet.contract.credential.Verification.Refused
import org.profbilet.contract.credential.Verification.Verified
import spock.lang.Shared
import spock.lang.Specification

class CredentialVerifierSpec extends Specification {

  static final Instant NOW = Union.NOW
  static final DoorExpectation DOOR = DoorExpectation.ofEvent(12)
  static final BigInteger ORDER =
      new BigInteger('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551', 16)

  @Shared
  Union union = new Union()

  def "a member who shows her own phone is verified without a network"() {
    given:
    PresentedCredential shown = union.shown()

    when:
    Verification verification = union.verifier().verify(shown.qrText(), DOOR, NOW)

    then:
    verification == new Verified(shown.credential().claims(), shown.proof(), NOW.minusSeconds(600))
    verification == union.verifier().verify(shown.text(), DOOR, NOW)
  }

  def "a door takes a proof for any door, for its own event and for its own question"() {
    given:
    DoorExpectation door = new DoorExpectation([CredentialKind.DOOR] as Set, 12, ['AAECAwQFBgc'] as Set)

    expect:
    union.verifier().verify(union.shown(change).qrText(), door, NOW) instanceof Verified

    where:
    change << [[event: 0L], [event: 12L], [nonce: 'AAECAwQFBgc'],
               [nonce: 'AAECAwQFBgc', proofAt: NOW.minusSeconds(9999)]]
  }

  def "what is wrong is refused with the reason and the check that failed"() {
    given:
    String shown = union.shown(change).qrText()

    expect:
    union.verifier().verify(shown, DOOR, NOW) == new Refused(reason, step)

    where:
    change                                                  || reason                   | step
    [issuer: new PublicAddress('https://other.example')]    || CREDENTIAL_MALFORMED     | HOST_AND_PROFILE
    [issuer: new PublicAddress('http://profbilet.example')] || CREDENTIAL_MALFORMED     | HOST_AND_PROFILE
    [holder: null]                                          || CREDENTIAL_MALFORMED     | HOST_AND_PROFILE
    [keyNumber: 9]                                          || CREDENTIAL_UNKNOWN       | ISSUER_KEY
    [keyNumber: 6, key: union.withdrawnKey]                 || CREDENTIAL_BAD_SIGNATURE | ISSUER_KEY
    [keyNumber: 8]                                          || CREDENTIAL_BAD_SIGNATURE | ISSUER_SIGNATURE
    [key: Union.newKey()]                                   || CREDENTIAL_BAD_SIGNATURE | ISSUER_SIGNATURE
    [issuedOn: Union.TODAY.plusDays(1)]                     || CREDENTIAL_NOT_YET_VALID | VALIDITY
    [issuedOn: Union.TODAY.minusDays(35)]                   || CREDENTIAL_EXPIRED       | VALIDITY
    [provenWith: Union.newKey()]                            || CREDENTIAL_BAD_SIGNATURE | PROOF_SIGNATURE
    [event: 13L]                                            || WRONG_EVENT              | EVENT
    [nonce: 'AAECAwQFBgc']                                  || CREDENTIAL_REPLAYED      | NONCE
    [proofAt: NOW.minusSeconds(61)]                         || CREDENTIAL_EXPIRED       | PROOF_TIME
    [proofAt: NOW.plusSeconds(31)]                          || CREDENTIAL_NOT_YET_VALID | PROOF_TIME
    [list: 4]                                               || CREDENTIAL_UNKNOWN       | STATUS
    [index: Union.REVOKED]                                  || CARD_REVOKED             | STATUS
    [index: Union.SUSPENDED]                                || CARD_BLOCKED             | STATUS
    [index: Union.RESERVED]                                 || CARD_REVOKED             | STATUS
  }

  def "of several faults the first in the order of checks is named"() {
    given:
    Map change = [event: 13L, proofAt: NOW.minusSeconds(999), index: Union.REVOKED, issuedOn: Union.TODAY.minusDays(99)]

    expect:
    union.verifier().verify(union.shown(change).qrText(), DOOR, NOW) == new Refused(CREDENTIAL_EXPIRED, VALIDITY)
  }

  def "a code that is not ours is refused as such"() {
    expect:
    union.verifier().verify(text, DOOR, NOW) == new Refused(CREDENTIAL_MALFORMED, FORM)

    where:
    text << ['', 'HC1:NCFOXN%TS3DH', 'https://example.org/', '\u0000\u0001', 'EPB1:0123456782:00017:ABCDEFGHIJKLMNOPQRSTUVWXYE',
             'ST00012|Name=x', '9' * 5000]
  }

  def "a copy of the credential without the phone is refused"() {
    expect:
    union.verifier().verify(union.doorCredential().text(), DOOR, NOW) ==
        new Refused(DEVICE_PROOF_MISSING, PROOF_SIGNATURE)
  }

  def "a proof lives from 60 seconds before to 30 seconds after the door's time"() {
    expect:
    union.verifier().verify(union.shown(proofAt: NOW.plusSeconds(seconds)).qrText(), DOOR, NOW) instanceof Verified

    where:
    seconds << [-60, -1, 0, 1, 30]
  }

  def "a credential is valid from its midnight until its last second, without allowance"() {
    given:
    Instant moment = Instant.parse(at)
    Map change = [issuedOn: Union.TODAY, lifeDays: 1, proofAt: moment]
    String list = union.statusList(3, moment)
    CredentialVerifier verifier = new CredentialVerifier(
        union.trust(lists: [list], issuedAt: Instant.parse('2026-02-28T09:00:00Z')))

    expect:
    (verifier.verify(union.shown(change).qrText(), DOOR, moment) instanceof Verified) == valid

    where:
    at                     || valid
    '2026-02-28T23:59:59Z' || false
    '2026-03-01T00:00:00Z' || true
    '2026-03-01T23:59:59Z' || true
    '2026-03-02T00:00:00Z' || false
  }

  def "a door whose clock was set back does not judge at all"() {
    expect:
    union.verifier().verify(union.shown().qrText(), DOOR, union.trust().notBefore().minusSeconds(31)) ==
        new Refused(CLOCK_UNTRUSTED, CLOCK)
  }

  def "a status list older than three days decides nothing"() {
    given:
    CredentialVerifier verifier = union.verifier(lists: [union.statusList(3, NOW - Duration.ofHours(72).plusSeconds(age))])

    expect:
    verifier.verify(union.shown().qrText(), DOOR, NOW).class == result

    where:
    age || result
    0   || Verified
    1   || Refused
  }

  def "a code of an app that is too old is refused"() {
    expect:
    union.verifier(leastProfile: 0x12).verify(union.shown().qrText(), DOOR, NOW) ==
        new Refused(CREDENTIAL_MALFORMED, HOST_AND_PROFILE)
  }

  def "a shop takes the member credential and not the one with the ticket number"() {
    given:
    DoorExpectation shop = new DoorExpectation([CredentialKind.MEMBER] as Set, 0, [] as Set)
    HolderProof proof = HolderProof.at(NOW)

    expect:
    union.verifier().verify(union.memberCredential().prove(proof, union.phone).qrText(), shop, NOW) instanceof Verified
    union.verifier().verify(union.doorCredential().prove(proof, union.phone).qrText(), shop, NOW) instanceof Refused
  }

  def "a signature written in its other way is the same showing"() {
    given:
    PresentedCredential shown = union.shown()
    PresentedCredential twin = new PresentedCredential(
        shown.credential(), shown.proof(), otherWay(shown.proofSignature()))

    when:
    Verification first = union.verifier().verify(shown.qrText(), DOOR, NOW)
    Verification second = union.verifier().verify(twin.qrText(), DOOR, NOW)

    then:
    shown.qrText() != twin.qrText()
    ((Verified) first).replayKey() == ((Verified) second).replayKey()
  }

  def "no single flipped bit of a shown credential is taken"() {
    given:
    byte[] packed = PackedCredential.pack(union.shown(change))
    DoorExpectation door = new DoorExpectation([CredentialKind.DOOR] as Set, 12, ['AAECAwQFBgc'] as Set)
    CredentialVerifier verifier = union.verifier()

    when:
    List<Integer> taken = (0..<packed.length * 8).findAll { bit ->
      byte[] flipped = packed.clone()
      flipped[bit >> 3] ^= (byte) (1 << (bit & 7))
      verifier.verify('HTTPS://PROFBILET.EXAMPLE/V#' + DecimalDigits.ofBytes(flipped), door, NOW) instanceof Verified
    }

    then:
    taken == []

    where:
    change << [[event: 12L], [nonce: 'AAECAwQFBgc']]
  }

  private static String otherWay(String signature) {
    byte[] bytes = StrictBase64Url.decode(signature)
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(bytes, 32, 64))
    System.arraycopy(StrictBase64Url.fixed(ORDER - s, 32), 0, bytes, 32, 32)
    return StrictBase64Url.encode(bytes)
  }
}
