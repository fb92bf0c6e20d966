package org.profbilet.consents;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.profbilet.access.Acting;
import org.profbilet.requests.IdList;

/**
 * Answers papers that a list told of and that never were: new rows repeat what was decided before,
 * or say that nothing is known. A consent to SMS that ended because the list changed the number is
 * not given back; it is asked for anew.
 */
@Singleton
public class TakeBackPapers {

  private final LedgerRepository ledgerRows;
  private final TakenBackRepository repository;
  private final Ledger ledger;
  private final Clock clock;

  TakeBackPapers(
      LedgerRepository ledgerRows, TakenBackRepository repository, Ledger ledger, Clock clock) {
    this.ledgerRows = ledgerRows;
    this.repository = repository;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * @param recordingId of the list, as {@link RecordPaperConsents} was told it
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void takeBack(Acting acting, UUID recordingId, Collection<UUID> personIds) {
    for (Purpose purpose : Purpose.values()) {
      ledgerRows.lockCurrent(IdList.of(personIds), purpose);
    }
    Instant now = clock.instant();
    Map<LedgerRow, List<UUID>> rows =
        repository.listBefore(recordingId, IdList.of(personIds)).stream()
            .collect(
                Collectors.groupingBy(
                    before -> before.toRow(acting.organisationId(), now),
                    LinkedHashMap::new,
                    Collectors.mapping(TakenBack::personId, Collectors.toList())));
    rows.forEach((row, people) -> ledger.append(people, row));
  }
}
