package org.profbilet.contract.member;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * @param wallets APPLE, GOOGLE (an open list); empty where the union serves none
 */
@Serdeable
public record OwnWallets(List<String> wallets) {
  public OwnWallets {
    wallets = List.copyOf(wallets);
  }
}
