package org.profbilet.credentials;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.credential.CredentialKind;
import org.profbilet.contract.credential.CredentialStatus;
import org.profbilet.contract.credential.PublicAddress;
import org.profbilet.contract.trust.KeySet;
import org.profbilet.contract.trust.OfflineBundle;
import org.profbilet.contract.trust.StatusList;
import org.profbilet.contract.trust.StatusListToken;

/**
 * Publishes what verifiers believe. A list is signed anew when a state in it has changed, at most
 * every five minutes, and every hour in any case; the bundle with its lists.
 */
@Singleton
public class PublishTrust {

  static final Duration LIFE = Duration.ofDays(7);
  static final Duration AT_MOST_EVERY = Duration.ofMinutes(5);
  static final Duration AT_LEAST_EVERY = Duration.ofSeconds(StatusListToken.TIME_TO_LIVE);

  private final CredentialRepository credentials;
  private final IssuerKeys keys;
  private final PublicAddress address;
  private final Clock clock;

  private final Map<Integer, Kept> lists = new HashMap<>();
  private @Nullable Bundled bundled;

  PublishTrust(
      CredentialRepository credentials, IssuerKeys keys, PublicAddress address, Clock clock) {
    this.credentials = credentials;
    this.keys = keys;
    this.address = address;
    this.clock = clock;
  }

  /** A signed list and what it was made from. */
  private record Kept(long version, Instant madeAt, String token) {
    boolean isGood(long now, Instant at) {
      Duration age = Duration.between(madeAt, at);
      return age.compareTo(now == version ? AT_LEAST_EVERY : AT_MOST_EVERY) < 0;
    }
  }

  /** A signed bundle and what it was made from. */
  private record Bundled(
      List<String> lists, KeySet keys, List<String> revoked, String root, String text) {
    boolean isOf(List<String> nowLists, IssuerKeys now) {
      return lists.equals(nowLists)
          && keys.equals(now.published())
          && revoked.equals(now.revoked())
          && root.equals(now.root().id());
    }
  }

  /** The JWK set. */
  public Map<String, Object> keySet() {
    return keys.published().toJson();
  }

  /** The signed status list with this number; empty where there is none. */
  public synchronized Optional<String> statusList(int number) {
    return credentials.listVersions().stream()
        .filter(version -> version.number() == number)
        .map(this::list)
        .findFirst();
  }

  /** The signed bundle of all that a door needs offline. */
  public synchronized String bundle() {
    List<String> now = credentials.listVersions().stream().map(this::list).toList();
    Bundled kept = bundled;
    if (kept == null || !kept.isOf(now, keys)) {
      kept = new Bundled(now, keys.published(), keys.revoked(), keys.root().id(), sign(now));
      bundled = kept;
    }
    return kept.text();
  }

  private String list(ListVersion version) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Kept kept = lists.get(version.number());
    if (kept == null || !kept.isGood(version.version(), now)) {
      kept = new Kept(version.version(), now, sign(version.number(), now));
      lists.put(version.number(), kept);
    }
    return kept.token();
  }

  private String sign(int number, Instant now) {
    Map<Integer, CredentialStatus> states =
        credentials.listNotValid(number).stream()
            .collect(
                Collectors.toMap(
                    EntryState::index, entry -> CredentialStatus.values()[entry.state()]));
    return new StatusListToken(
            address.statusListUri(number), now, now.plus(LIFE), StatusList.allValidBut(states))
        .sign(keys.status().id(), keys.status().key());
  }

  private String sign(List<String> statusLists) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return new OfflineBundle(
            now,
            now.plus(LIFE),
            keys.published(),
            keys.revoked(),
            List.of(address),
            statusLists,
            CredentialKind.DOOR.profile())
        .sign(keys.root().id(), keys.root().key());
  }
}
