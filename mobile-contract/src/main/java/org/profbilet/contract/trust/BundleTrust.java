package org.profbilet.contract.trust;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.credential.CredentialVerifier;
import org.profbilet.contract.credential.DeviceKey;
import org.profbilet.contract.credential.PublicAddress;
import org.profbilet.contract.credential.StatusAnswer;
import org.profbilet.contract.credential.StatusReference;
import org.profbilet.contract.credential.TrustSource;
import org.profbilet.contract.trust.BundleOutcome.Accepted;
import org.profbilet.contract.trust.BundleOutcome.Reason;
import org.profbilet.contract.trust.BundleOutcome.Refused;

/** What a door believes without a network: an accepted bundle. */
public final class BundleTrust implements TrustSource {

  private final OfflineBundle bundle;
  private final Map<String, StatusListToken> lists;

  private BundleTrust(OfflineBundle bundle) {
    this.bundle = bundle;
    this.lists = new HashMap<>();
    for (String text : bundle.statusLists()) {
      StatusListToken list = StatusListToken.read(text, bundle.keys());
      if (lists.put(list.uri(), list) != null) {
        throw new IllegalArgumentException("a bundle with two lists of one address");
      }
    }
  }

  /**
   * Judges a bundle.
   *
   * @param rootKey the key pinned in the scanner
   * @param known the bundle in use, null at the first time
   */
  public static BundleOutcome accept(
      String text, PublishedKey rootKey, @Nullable BundleTrust known, Instant now) {
    BundleTrust trust;
    try {
      trust = new BundleTrust(read(text, rootKey));
    } catch (SignedJson.BadSignature foreign) {
      return new Refused(Reason.BAD_SIGNATURE);
    } catch (IllegalArgumentException damaged) {
      return new Refused(Reason.MALFORMED);
    }
    if (now.plus(CredentialVerifier.CLOCK_BEHIND).isBefore(trust.notBefore())) {
      return new Refused(Reason.CLOCK_UNTRUSTED);
    }
    if (!now.isBefore(trust.bundle.expiresAt())) {
      return new Refused(Reason.EXPIRED);
    }
    return known != null && trust.isOlderThan(known)
        ? new Refused(Reason.OLDER_THAN_KNOWN)
        : new Accepted(trust);
  }

  private static OfflineBundle read(String text, PublishedKey rootKey) {
    return OfflineBundle.of(
        SignedJson.read(
                text, OfflineBundle.TYPE, id -> id.equals(rootKey.id()) ? rootKey.key() : null)
            .payload());
  }

  private boolean isOlderThan(BundleTrust known) {
    return notBefore().isBefore(known.notBefore())
        || known.lists.entrySet().stream().anyMatch(list -> lacks(list.getValue()));
  }

  private boolean lacks(StatusListToken known) {
    StatusListToken mine = lists.get(known.uri());
    return mine == null || mine.issuedAt().isBefore(known.issuedAt());
  }

  @Override
  public Instant notBefore() {
    return bundle.issuedAt();
  }

  @Override
  public boolean isOurs(PublicAddress issuer) {
    return bundle.addresses().contains(issuer);
  }

  @Override
  public int leastProfile() {
    return bundle.leastProfile();
  }

  @Override
  public Optional<DeviceKey> findIssuerKey(int keyNumber) {
    return bundle.keys().find("k" + keyNumber);
  }

  @Override
  public boolean isRevoked(int keyNumber) {
    return bundle.revokedKeys().contains("k" + keyNumber);
  }

  @Override
  public Optional<StatusAnswer> findStatus(PublicAddress issuer, StatusReference reference) {
    return Optional.ofNullable(lists.get(issuer.statusListUri(reference.list())))
        .map(list -> new StatusAnswer(list.list().get(reference.index()), list.issuedAt()));
  }

  /** The bundle itself. */
  public OfflineBundle bundle() {
    return bundle;
  }
}
