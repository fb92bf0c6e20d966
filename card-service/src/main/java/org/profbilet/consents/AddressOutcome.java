package org.profbilet.consents;

import java.util.List;

/** Addresses to use now, or the reason why there are none. */
public sealed interface AddressOutcome {

  /**
   * @param addresses at least one; several only for PUSH, one for every living device
   */
  record Consented(List<ConsentedAddress> addresses, int consentVersion) implements AddressOutcome {
    public Consented {
      addresses = List.copyOf(addresses);
    }
  }

  record Withheld(WithheldReason reason) implements AddressOutcome {}
}
