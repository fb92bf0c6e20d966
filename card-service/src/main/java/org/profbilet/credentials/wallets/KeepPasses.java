package org.profbilet.credentials.wallets;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.access.RowScope;
import org.profbilet.credentials.OwnTicket;

/** A member's passes: one a wallet, made when she first asks, and shown as she is now. */
@Singleton
class KeepPasses {

  private final RowScope rowScope;
  private final WalletPassRepository passes;
  private final WalletSecrets secrets;
  private final OwnTicket ownTicket;
  private final Clock clock;

  KeepPasses(
      RowScope rowScope,
      WalletPassRepository passes,
      WalletSecrets secrets,
      OwnTicket ownTicket,
      Clock clock) {
    this.rowScope = rowScope;
    this.passes = passes;
    this.secrets = secrets;
    this.ownTicket = ownTicket;
    this.clock = clock;
  }

  @Transactional
  Pass of(UUID personId, Wallet wallet) {
    rowScope.person(personId);
    UUID id = UuidCreator.getTimeOrderedEpoch();
    passes.insert(id, personId, wallet.name(), secrets.codeHash(id), clock.instant());
    return shown(passes.find(personId, wallet.name()).orElseThrow());
  }

  /** The pass that a wallet asks about by its word; empty where one of the two is wrong. */
  @Transactional
  Optional<WalletPassRow> ask(UUID passId, String word) {
    if (!secrets.isWord(passId, word)) {
      return Optional.empty();
    }
    return passes
        .findOwner(passId)
        .flatMap(
            owner -> {
              rowScope.person(owner);
              return passes.findById(passId);
            });
  }

  @Transactional
  Pass shown(WalletPassRow row) {
    return new Pass(
        row.id(), ownTicket.show(row.personId()), secrets.code(row.id()), secrets.word(row.id()));
  }
}
