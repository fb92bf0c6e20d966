package org.profbilet.contract.trust

import com.nimbusds.jose.JWSObject
import com.nimbusds.jose.crypto.ECDSAVerifier
import com.nimbusds.jose.jwk.JWKSet
import java.time.Instant
import org.profbilet.contract.credential.Union
import org.profbilet.contract.trust.BundleOutcome.Accepted
import org.profbilet.contract.trust.BundleOutcome.Reason
import org.profbilet.contract.trust.BundleOutcome.Refused
import spock.lang.Shared
import spock.lang.Specification

class OfflineBundleSpec extends Specification {

  static final Instant NOW = Union.NOW

  @Shared
  Union union = new Union()

  def "a door takes a bundle that the pinned root key has signed"() {
    when:
    BundleOutcome outcome = BundleTrust.accept(union.signedBundle(), union.root(), null, NOW)

    then:
    ((Accepted) outcome).trust().bundle() == union.bundle(lists: ((Accepted) outcome).trust().bundle().statusLists())
  }

  def "the bundle is a signed text with exactly these members"() {
    when:
    JWSObject bundle = JWSObject.parse(union.signedBundle())

    then:
    bundle.verify(new ECDSAVerifier(union.rootKey.toPublicJWK()))
    bundle.header.toJSONObject() == [alg: 'ES256', kid: 'r1', typ: 'epb-bundle+jwt']
    bundle.payload.toJSONObject().keySet().toList() ==
        ['iat', 'exp', 'jwks', 'revoked_kids', 'hosts', 'status_lists', 'min_profile']
    JWKSet.parse((Map) bundle.payload.toJSONObject().jwks).keys*.keyID == ['k7', 'k8', 'k6', 's1']
  }

  def "published keys carry their thumbprint beside the name"() {
    expect:
    union.keySet().toJson().keys.find { it.kid == 'k7' } == [
        kty: 'EC', crv: 'P-256', x: union.issuerKey.x.toString(), y: union.issuerKey.y.toString(), kid: 'k7',
        use: 'sig', alg: 'ES256', thumbprint: union.issuerKey.computeThumbprint().toString()]
  }

  def "a bundle of another signer, damaged, expired or from the future is refused"() {
    expect:
    BundleTrust.accept(text, union.root(), null, NOW) == new Refused(reason)

    where:
    text                                                    || reason
    union.bundle().sign('r1', union.issuerKey)              || Reason.BAD_SIGNATURE
    union.bundle().sign('r2', union.rootKey)                || Reason.BAD_SIGNATURE
    union.signedBundle().reverse()                          || Reason.MALFORMED
    union.signedBundle().replaceFirst('\\.', '=.')          || Reason.MALFORMED
    union.statusList()                                      || Reason.MALFORMED
    ''                                                      || Reason.MALFORMED
    union.signedBundle(lists: ['x.y.z'])                    || Reason.MALFORMED
    union.signedBundle(lists: [union.statusList()] * 2)     || Reason.MALFORMED
    union.signedBundle(lists: [new Union().statusList()])   || Reason.BAD_SIGNATURE
    union.signedBundle(expiresAt: NOW)                      || Reason.EXPIRED
    union.signedBundle(issuedAt: NOW.plusSeconds(31))       || Reason.CLOCK_UNTRUSTED
  }

  def "an older bundle, or one with an older or a missing list, does not replace a newer one"() {
    given:
    BundleTrust known = union.trust()

    expect:
    BundleTrust.accept(union.signedBundle(change), union.root(), known, NOW) == new Refused(Reason.OLDER_THAN_KNOWN)

    where:
    change << [
        [issuedAt: NOW.minusSeconds(301)],
        [lists: [union.statusList(3, NOW.minusSeconds(601))]],
        [lists: [union.statusList(4)]]]
  }

  def "a newer bundle, and the same one again, is taken"() {
    given:
    BundleTrust known = union.trust()

    expect:
    BundleTrust.accept(union.signedBundle(change), union.root(), known, NOW) instanceof Accepted

    where:
    change << [[:], [issuedAt: NOW], [lists: [union.statusList(3, NOW), union.statusList(4, NOW)]]]
  }

  def "a key is named after what it signs"() {
    when:
    new PublishedKey(id, union.root().key())

    then:
    thrown(IllegalArgumentException)

    where:
    id << ['k0', 'k256', 'k07', 'x1', 's', 'k1"', '']
  }
}
