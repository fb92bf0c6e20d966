package org.profbilet.privacy;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;

/**
 * Gives a person a copy of all her data (152-ФЗ art. 14): to herself in her own session, or to her
 * chair who hands it over on a written request. Every copy is recorded.
 */
@Singleton
public class CopyData {

  private final RowScope rowScope;
  private final CopyRepository repository;
  private final List<PersonalData> keepers;
  private final Audit audit;
  private final Clock clock;

  CopyData(
      RowScope rowScope,
      CopyRepository repository,
      List<PersonalData> keepers,
      Audit audit,
      Clock clock) {
    this.rowScope = rowScope;
    this.repository = repository;
    this.keepers = keepers;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @throws NotYours where there is no such person any more
   */
  @Transactional
  public DataCopy forHerself(UUID personId) {
    rowScope.person(personId);
    UUID primaryId = repository.findPrimaryOf(personId).orElseThrow(NotYours::new);
    return copy(personId, primaryId, null);
  }

  /**
   * @throws NotYours where this primary has no such person
   */
  @Transactional
  public DataCopy onPaperRequest(Acting acting, UUID personId) {
    UUID primaryId = acting.organisationId();
    rowScope.primary(primaryId);
    if (!repository.findPrimaryOf(personId).equals(Optional.of(primaryId))) {
      throw new NotYours();
    }
    rowScope.person(personId);
    return copy(personId, primaryId, acting.accountId());
  }

  private DataCopy copy(UUID personId, UUID primaryId, @Nullable UUID accountId) {
    DataCopy copy =
        new DataCopy(
            clock.instant(),
            keepers.stream()
                .flatMap(keeper -> keeper.of(personId).stream())
                .filter(section -> !section.lines().isEmpty())
                .toList());
    audit.record(accountId, primaryId, "DATA_COPIED", personId, Map.of());
    return copy;
  }
}
