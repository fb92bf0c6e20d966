package org.profbilet.consents;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;

/**
 * Holds consents in force until the caller's transaction ends: a withdrawal waits, so that nothing
 * is done on a consent that has just gone.
 */
@Singleton
public class HoldConsents {

  private final LedgerRepository repository;
  private final Today today;

  HoldConsents(LedgerRepository repository, Today today) {
    this.repository = repository;
    this.today = today;
  }

  /**
   * @return who of the primary has given this consent; the caller has set the scope of the primary
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Set<UUID> holdGiven(UUID primaryId, Purpose purpose) {
    return Set.copyOf(repository.lockGiven(primaryId, purpose, today.date()));
  }
}
