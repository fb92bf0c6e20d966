package org.profbilet.consents;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.requests.TryAgain;

/**
 * A member wants advertising among her messages, or no more of it, by every channel at once (38-ФЗ
 * art. 18 p. 1); her consents stay as they are. It waits for a message that is being handed over,
 * and when it has returned no advertising to her is under way and none begins; else {@link
 * TryAgain}.
 */
@Singleton
public class ChooseAds {

  private final RowScope rowScope;
  private final AdsRepository ads;
  private final LedgerRepository ledger;
  private final Audit audit;
  private final Clock clock;

  ChooseAds(
      RowScope rowScope, AdsRepository ads, LedgerRepository ledger, Audit audit, Clock clock) {
    this.rowScope = rowScope;
    this.ads = ads;
    this.ledger = ledger;
    this.audit = audit;
    this.clock = clock;
  }

  /** True where she never said no; whether a consent covers it is another matter. */
  @Transactional
  public boolean areWanted(UUID personId) {
    rowScope.person(personId);
    return ads.areWanted(personId);
  }

  /**
   * Choosing twice is choosing once.
   *
   * @param evidence a link may only say no
   * @return false where there is no such member
   */
  @Transactional
  public boolean choose(UUID personId, boolean wanted, Evidence evidence) {
    rowScope.person(personId);
    Optional<UUID> primaryId = ledger.findPrimaryOf(personId);
    if (primaryId.isEmpty()) {
      return false;
    }
    if (ads.areWanted(personId) != wanted) {
      TryAgain.whenBusy(() -> write(personId, wanted, evidence));
      String deed = wanted ? "ADS_ALLOWED" : "ADS_REFUSED";
      audit.record(null, primaryId.get(), deed, personId, Map.of());
    }
    return true;
  }

  private int write(UUID personId, boolean wanted, Evidence evidence) {
    ledger.limitWaiting("5s");
    return ads.insert(
        UuidCreator.getTimeOrderedEpoch(),
        personId,
        wanted,
        evidence.kind(),
        evidence.deviceId(),
        evidence.deviceKey(),
        clock.instant());
  }
}
