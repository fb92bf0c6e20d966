package org.profbilet.privacy;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.profbilet.consents.ConsentState;
import org.profbilet.consents.ConsentsChanged;
import org.profbilet.consents.Purpose;
import org.profbilet.requests.IdList;

/**
 * Puts a person into the queue for erasure in the transaction that withdraws her consent to
 * processing, and takes her out when she agrees again (152-ФЗ art. 21 p. 5).
 */
@Singleton
class KeepErasures {

  private static final int DAYS_OF_LAW = 30;

  private final ErasureRepository erasures;

  KeepErasures(ErasureRepository erasures) {
    this.erasures = erasures;
  }

  @EventListener
  @Transactional(Transactional.TxType.MANDATORY)
  void when(ConsentsChanged changed) {
    if (changed.purpose() != Purpose.UNION_PROCESSING) {
      return;
    }
    if (changed.state() == ConsentState.WITHDRAWN) {
      changed.personIds().forEach(personId -> open(personId, changed));
    } else if (changed.state() == ConsentState.GIVEN) {
      erasures.cancel(IdList.of(changed.personIds()));
    }
  }

  private void open(UUID personId, ConsentsChanged changed) {
    erasures.insert(
        UuidCreator.getTimeOrderedEpoch(),
        personId,
        changed.primaryId(),
        changed.at(),
        Days.of(changed.at()).plusDays(DAYS_OF_LAW));
  }
}
