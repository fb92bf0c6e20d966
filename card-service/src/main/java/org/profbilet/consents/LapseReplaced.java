package org.profbilet.consents;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.profbilet.audit.Audit;
import org.profbilet.consents.LedgerRepository.Lapsed;

/**
 * Ends consents to words that newer words have replaced. The gate refuses such a consent from the
 * day itself; this makes the ledger, and with it every list, say so.
 */
@Singleton
public class LapseReplaced {

  private final LedgerRepository repository;
  private final Ledger ledger;
  private final Audit audit;
  private final Today today;
  private final Clock clock;

  LapseReplaced(LedgerRepository repository, Ledger ledger, Audit audit, Today today, Clock clock) {
    this.repository = repository;
    this.ledger = ledger;
    this.audit = audit;
    this.today = today;
    this.clock = clock;
  }

  /**
   * @param most so many in this transaction; one that a sender holds is left for the next time
   * @return how many were ended
   */
  @Transactional
  public int lapse(int most) {
    Instant now = clock.instant();
    List<Lapsed> lapsed = repository.lapseReplaced(today.date(), now, most);
    lapsed.forEach(
        one ->
            ledger.tellLapsed(one.personId(), one.primaryId(), one.purpose(), one.channel(), now));
    if (!lapsed.isEmpty()) {
      audit.record(null, null, "CONSENTS_LAPSED", null, Map.of("consents", lapsed.size()));
    }
    return lapsed.size();
  }
}
