package org.profbilet.credentials.wallets;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a member takes into the wallet of her phone; empty where the union has none of that kind.
 */
@Singleton
public class OwnWallets {

  private final KeepPasses keepPasses;
  private final @Nullable ApplePassFile apple;
  private final @Nullable GooglePass google;

  OwnWallets(KeepPasses keepPasses, @Nullable ApplePassFile apple, @Nullable GooglePass google) {
    this.keepPasses = keepPasses;
    this.apple = apple;
    this.google = google;
  }

  /** The wallets that this union serves. */
  public Set<Wallet> list() {
    return Stream.of(Wallet.values())
        .filter(wallet -> wallet == Wallet.APPLE ? apple != null : google != null)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** A file of the type application/vnd.apple.pkpass. */
  public Optional<byte[]> appleFile(UUID personId) {
    return Optional.ofNullable(apple).map(file -> file.of(keepPasses.of(personId, Wallet.APPLE)));
  }

  public Optional<String> googleLink(UUID personId) {
    return Optional.ofNullable(google)
        .map(pass -> pass.saveLink(keepPasses.of(personId, Wallet.GOOGLE)));
  }
}
