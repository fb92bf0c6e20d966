package org.profbilet.credentials.wallets;

import java.util.List;

/** Tells a wallet, over the network, that a pass has changed. */
interface TellWallet {

  Wallet wallet();

  /**
   * @param pushTokens phones that asked to be told; Apple's way only
   * @return whether it was taken; if not it is told again later
   */
  boolean tell(Pass pass, List<String> pushTokens);
}
