package org.profbilet.credentials.wallets;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** A member's pass in a wallet. */
@MappedEntity(value = "wallet_pass", schema = "credentials")
record WalletPassRow(
    @Id UUID id,
    UUID personId,
    UUID primaryId,
    Wallet wallet,
    String codeHash,
    Instant madeAt,
    Instant changedAt,
    Instant toldAt) {

  @Override
  public String toString() {
    return "WalletPassRow[" + id + "]";
  }
}
