package org.profbilet.api.start;

import jakarta.inject.Singleton;
import org.profbilet.accounts.OpenAccount;

/**
 * Fills an empty database: with the demo union, or with the first administrator of an empty one.
 */
@Singleton
class FirstStart {

  private final OpenAccount openAccount;
  private final DemoUnion demoUnion;
  private final FirstAdministrator firstAdministrator;

  FirstStart(OpenAccount openAccount, DemoUnion demoUnion, FirstAdministrator firstAdministrator) {
    this.openAccount = openAccount;
    this.demoUnion = demoUnion;
    this.firstAdministrator = firstAdministrator;
  }

  void prepare(boolean demo) {
    if (!openAccount.isNobodyThere()) {
      return;
    }
    if (demo) {
      demoUnion.load();
    } else {
      firstAdministrator.found(FirstAdministrator.ask());
    }
  }
}
