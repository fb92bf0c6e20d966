package org.profbilet.contract.credential

import com.nimbusds.jose.jwk.Curve
import com.nimbusds.jose.jwk.ECKey
import com.nimbusds.jose.jwk.gen.ECKeyGenerator
import java.time.Duration
import java.time.Instant
import java.time.LocalDate
import org.profbilet.contract.trust.BundleOutcome
import org.profbilet.contract.trust.BundleTrust
import org.profbilet.contract.trust.KeySet
import org.profbilet.contract.trust.OfflineBundle
import org.profbilet.contract.trust.PublishedKey
import org.profbilet.contract.trust.StatusList
import org.profbilet.contract.trust.StatusListToken

/** A union with a server, keys, one member and her phone. */
class Union {

  static final Instant NOW = Instant.parse('2026-03-01T09:00:00Z')
  static final LocalDate TODAY = LocalDate.of(2026, 3, 1)
  static final int REVOKED = 17
  static final int SUSPENDED = 18
  static final int RESERVED = 19

  final PublicAddress address
  final ECKey issuerKey = newKey()
  final ECKey nextKey = newKey()
  final ECKey withdrawnKey = newKey()
  final ECKey statusKey = newKey()
  final ECKey rootKey = newKey()
  final ECKey phone = newKey()

  Union(String address = 'https://profbilet.example') {
    this.address = new PublicAddress(address)
  }

  static ECKey newKey() {
    return new ECKeyGenerator(Curve.P_256).generate()
  }

  CredentialClaims doorClaims(Map changes = [:]) {
    return new CredentialClaims(
        changes.issuer ?: address,
        changes.issuedOn ?: TODAY,
        changes.lifeDays ?: 35,
        DeviceKey.of(changes.phone ?: phone),
        new StatusReference((int) (changes.list ?: 3), (int) (changes.index ?: 4242)),
        changes.containsKey('holder') ? changes.holder : aHolder())
  }

  CredentialClaims memberClaims(Map changes = [:]) {
    return doorClaims([holder: null, index: 900_001] + changes)
  }

  static TicketHolder aHolder() {
    return new TicketHolder(
        TicketNumber.ofSerial(12_345_678), new OrganisationNumber(160_052L), new Initials('ПАИ'))
  }

  SignedCredential doorCredential(Map changes = [:]) {
    return SignedCredential.sign(doorClaims(changes), changes.keyNumber ?: 7, changes.key ?: issuerKey)
  }

  SignedCredential memberCredential(Map changes = [:]) {
    return SignedCredential.sign(memberClaims(changes), 7, issuerKey)
  }

  PresentedCredential shown(Map changes = [:]) {
    HolderProof proof = new HolderProof(
        (changes.proofAt ?: NOW.minusSeconds(5)).epochSecond, changes.event ?: 0L, changes.nonce ?: '')
    return doorCredential(changes).prove(proof, changes.provenWith ?: phone)
  }

  KeySet keySet() {
    return new KeySet([
        new PublishedKey('k7', DeviceKey.of(issuerKey)),
        new PublishedKey('k8', DeviceKey.of(nextKey)),
        new PublishedKey('k6', DeviceKey.of(withdrawnKey)),
        new PublishedKey('s1', DeviceKey.of(statusKey))])
  }

  String statusList(int list = 3, Instant issuedAt = NOW.minusSeconds(600)) {
    return new StatusListToken(
        address.statusListUri(list),
        issuedAt,
        issuedAt + Duration.ofDays(7),
        StatusList.allValidBut([
            (REVOKED): CredentialStatus.INVALID,
            (SUSPENDED): CredentialStatus.SUSPENDED,
            (RESERVED): CredentialStatus.RESERVED])).sign('s1', statusKey)
  }

  OfflineBundle bundle(Map changes = [:]) {
    Instant issuedAt = changes.issuedAt ?: NOW.minusSeconds(300)
    return new OfflineBundle(
        issuedAt,
        changes.expiresAt ?: issuedAt + Duration.ofDays(7),
        keySet(),
        ['k6'],
        [address],
        changes.lists ?: [statusList()],
        changes.leastProfile ?: 0x11)
  }

  String signedBundle(Map changes = [:]) {
    return bundle(changes).sign('r1', rootKey)
  }

  PublishedKey root() {
    return new PublishedKey('r1', DeviceKey.of(rootKey))
  }

  BundleTrust trust(Map changes = [:]) {
    BundleOutcome outcome = BundleTrust.accept(signedBundle(changes), root(), null, NOW)
    return ((BundleOutcome.Accepted) outcome).trust()
  }

  CredentialVerifier verifier(Map changes = [:]) {
    return new CredentialVerifier(trust(changes))
  }

  CredentialClaims randomClaims(Random random) {
    TicketHolder holder = random.nextInt(4) == 0
        ? null
        : new TicketHolder(
            TicketNumber.ofSerial(random.nextInt(1_000_000_000)),
            new OrganisationNumber(random.nextLong() & 0xFFFF_FFFFL),
            Initials.ofNumber(random.nextInt(33 * 33 * 33)))
    return new CredentialClaims(
        address,
        LocalDate.of(2020, 1, 1).plusDays(random.nextInt(0x10000)),
        1 + random.nextInt(255),
        DeviceKey.of(phone),
        new StatusReference(random.nextInt(0x10000), random.nextInt(1 << 20)),
        holder)
  }

  PresentedCredential randomShown(Random random) {
    byte[] nonce = new byte[8]
    random.nextBytes(nonce)
    HolderProof proof = new HolderProof(
        random.nextLong() & 0xFFFF_FFFFL,
        random.nextLong() & 0xFFFF_FFFFL,
        random.nextBoolean() ? '' : StrictBase64Url.encode(nonce))
    return SignedCredential.sign(randomClaims(random), 1 + random.nextInt(255), issuerKey)
        .prove(proof, phone)
  }
}
