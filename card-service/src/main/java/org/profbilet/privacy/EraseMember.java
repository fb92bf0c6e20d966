package org.profbilet.privacy;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.privacy.EraseOutcome.Erased;
import org.profbilet.privacy.EraseOutcome.Reason;
import org.profbilet.privacy.EraseOutcome.Refused;
import org.profbilet.privacy.ErasureRepository.Standing;

/**
 * Destroys the personal data of a person who withdrew her consent: everywhere, at once and for
 * good. Counts and the evidence of her decisions stay, and name nobody.
 */
@Singleton
public class EraseMember {

  private final RowScope rowScope;
  private final ErasureRepository erasures;
  private final Audit audit;
  private final Clock clock;

  EraseMember(RowScope rowScope, ErasureRepository erasures, Audit audit, Clock clock) {
    this.rowScope = rowScope;
    this.erasures = erasures;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @throws NotYours where this primary has no such erasure
   */
  @Transactional
  public EraseOutcome erase(Acting acting, UUID erasureId) {
    UUID primaryId = acting.organisationId();
    rowScope.primary(primaryId);
    Erasure erasure = erasures.find(erasureId, primaryId).orElseThrow(NotYours::new);
    return switch (erasure.state()) {
      case DONE -> new Erased(erasure);
      case CANCELLED -> new Refused(Reason.CANCELLED);
      case DUE -> eraseDue(acting, erasure);
    };
  }

  private EraseOutcome eraseDue(Acting acting, Erasure erasure) {
    Standing standing = erasures.standingOf(erasure.personId(), Days.of(clock.instant()));
    if (standing.onRecord()) {
      return new Refused(Reason.STILL_ON_RECORD);
    }
    if (standing.cardUnderWay()) {
      return new Refused(Reason.CARD_UNDER_WAY);
    }
    boolean erased = erasures.erase(erasure.id(), clock.instant(), acting.accountId()) != null;
    Erasure journal = erasures.find(erasure.id(), erasure.primaryId()).orElseThrow(NotYours::new);
    if (!erased) {
      return journal.state() == Erasure.State.DONE
          ? new Erased(journal)
          : new Refused(Reason.CANCELLED);
    }
    audit.record(
        acting.accountId(),
        acting.organisationId(),
        "DATA_ERASED",
        erasure.personId(),
        Map.of("act", erasure.number()));
    return new Erased(journal);
  }
}
