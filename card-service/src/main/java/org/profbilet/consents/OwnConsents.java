package org.profbilet.consents;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.profbilet.access.RowScope;

/** Shows a member what she herself decided. */
@Singleton
public class OwnConsents {

  private final RowScope rowScope;
  private final LedgerRepository repository;

  OwnConsents(RowScope rowScope, LedgerRepository repository) {
    this.rowScope = rowScope;
    this.repository = repository;
  }

  @Transactional
  public List<CurrentConsent> list(UUID personId) {
    rowScope.person(personId);
    return repository.listOfPerson(personId);
  }

  /** Everything she ever decided, and what rules ended, newest first. */
  @Transactional
  public List<PastDecision> listHistory(UUID personId) {
    rowScope.person(personId);
    return repository.listHistory(personId);
  }
}
