package org.profbilet.credentials.wallets;

import jakarta.inject.Singleton;
import java.util.List;
import org.profbilet.credentials.wallets.WalletPassRepository.Due;

/** Tells wallets of passes that changed; what could not be told is told at the next turn. */
@Singleton
class SendPassUpdates {

  private final PassUpdates updates;
  private final List<TellWallet> wallets;

  SendPassUpdates(PassUpdates updates, List<TellWallet> wallets) {
    this.updates = updates;
    this.wallets = wallets;
  }

  /**
   * The network is asked between two transactions, in neither.
   *
   * @return how many were told
   */
  int sendDue() {
    int told = 0;
    for (Due due : updates.listDue()) {
      PassUpdates.Update update = updates.prepare(due);
      if (isTold(update)) {
        updates.markTold(update);
        told++;
      }
    }
    return told;
  }

  private boolean isTold(PassUpdates.Update update) {
    return wallets.stream()
        .filter(wallet -> wallet.wallet() == update.row().wallet())
        .allMatch(wallet -> wallet.tell(update.pass(), update.pushTokens()));
  }
}
