package org.profbilet.api.start;

import jakarta.inject.Singleton;
import org.profbilet.accounts.OpenAccount;
import org.profbilet.organisations.Organisations;

/**
 * Fills an empty database: with the demo union, or with nothing but a code for the first
 * administrator.
 */
@Singleton
class FirstStart {

  private final Organisations organisations;
  private final OpenAccount openAccount;
  private final DemoUnion demoUnion;
  private final SetupCode setupCode;

  FirstStart(
      Organisations organisations,
      OpenAccount openAccount,
      DemoUnion demoUnion,
      SetupCode setupCode) {
    this.organisations = organisations;
    this.openAccount = openAccount;
    this.demoUnion = demoUnion;
    this.setupCode = setupCode;
  }

  void prepare(boolean demo) {
    if (demo && organisations.isEmpty() && openAccount.isNobodyThere()) {
      demoUnion.load();
    }
    if (openAccount.isNobodyThere()) {
      setupCode.make();
    }
  }
}
