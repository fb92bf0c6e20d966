package org.profbilet.accounts;

import jakarta.inject.Singleton;
import java.util.UUID;

/** Reads what a signed-in person sees of her own account. */
@Singleton
public class Accounts {

  private final AccountRepository accounts;

  Accounts(AccountRepository accounts) {
    this.accounts = accounts;
  }

  /** The name and whether the password must be changed before anything else. */
  public record Summary(String displayName, boolean mustChangePassword) {}

  public Summary get(UUID id) {
    Account account = accounts.findById(id).orElseThrow();
    return new Summary(account.displayName(), account.mustChangePassword());
  }
}
