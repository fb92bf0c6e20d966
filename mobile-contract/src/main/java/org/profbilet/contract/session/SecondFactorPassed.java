package org.profbilet.contract.session;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * @param recoveryCodes ten codes for the day when the phone is lost, shown once; empty but for the
 *     first code of a new app
 */
@Serdeable
public record SecondFactorPassed(List<String> recoveryCodes) {

  public SecondFactorPassed {
    recoveryCodes = List.copyOf(recoveryCodes);
  }

  @Override
  public String toString() {
    return "SecondFactorPassed[…]";
  }
}
