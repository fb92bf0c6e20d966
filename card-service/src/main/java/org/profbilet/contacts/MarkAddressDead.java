package org.profbilet.contacts;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Closes an address that a provider calls dead, by compare and set: an answer to an old attempt
 * must not close what a device has registered anew since.
 */
@Singleton
public class MarkAddressDead {

  private final DeadAddressRepository addresses;
  private final Clock clock;

  MarkAddressDead(DeadAddressRepository addresses, Clock clock) {
    this.addresses = addresses;
    this.clock = clock;
  }

  /**
   * In the sender's transaction, which has the rows of this person open.
   *
   * @param value to which the message went
   * @param attemptedAt when it went
   * @return false where the target has changed or was registered again meanwhile
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean pushTarget(UUID targetId, String value, Instant attemptedAt) {
    return addresses.markTargetDead(targetId, value, attemptedAt, clock.instant()) == 1;
  }

  /** The same for a phone or an e-mail; one that was verified since the attempt is alive. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean contact(UUID contactId, String value, Instant attemptedAt) {
    return addresses.markContactDead(contactId, value, attemptedAt) == 1;
  }

  /**
   * The same by a report that comes afterwards and names no address. A changed address is a row of
   * its own, so that the row alone says which one it was.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean contact(UUID contactId, Instant attemptedAt) {
    return addresses.markContactDead(contactId, attemptedAt) == 1;
  }
}
