package org.profbilet.credentials.wallets;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import org.profbilet.access.RowScope;
import org.profbilet.credentials.wallets.WalletPassRepository.Due;

/** What is to be told to wallets, and what was. */
@Singleton
class PassUpdates {

  private final RowScope rowScope;
  private final WalletPassRepository passes;
  private final KeepPasses keepPasses;

  PassUpdates(RowScope rowScope, WalletPassRepository passes, KeepPasses keepPasses) {
    this.rowScope = rowScope;
    this.passes = passes;
    this.keepPasses = keepPasses;
  }

  /** A pass as it is now, and the phones that asked to be told. */
  record Update(WalletPassRow row, Pass pass, List<String> pushTokens) {}

  @Transactional
  List<Due> listDue() {
    return passes.listDue();
  }

  @Transactional
  Update prepare(Due due) {
    rowScope.person(due.personId());
    WalletPassRow row = passes.findById(due.passId()).orElseThrow();
    return new Update(row, keepPasses.shown(row), passes.listPushTokens(row.id()));
  }

  @Transactional
  void markTold(Update update) {
    rowScope.person(update.row().personId());
    passes.markTold(update.row().id(), update.row().changedAt());
  }
}
