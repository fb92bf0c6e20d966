package org.profbilet.credentials.wallets;

import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.profbilet.consents.ConsentsChanged;
import org.profbilet.consents.Purpose;
import org.profbilet.credentials.PhoneEnded;
import org.profbilet.members.MembershipEnded;

/** Notes, in the transaction that changes a member, that her passes are to be told of it. */
@Singleton
class FollowPasses {

  private final WalletPassRepository passes;
  private final Clock clock;

  FollowPasses(WalletPassRepository passes, Clock clock) {
    this.passes = passes;
    this.clock = clock;
  }

  @EventListener
  @Transactional(Transactional.TxType.MANDATORY)
  void onEnd(MembershipEnded ended) {
    markChanged(List.of(ended.personId()));
  }

  @EventListener
  @Transactional(Transactional.TxType.MANDATORY)
  void onConsent(ConsentsChanged changed) {
    if (changed.purpose() == Purpose.UNION_PROCESSING) {
      markChanged(changed.personIds());
    }
  }

  /** The wallet may be in the lost phone: its code is good for nothing; she takes a new one. */
  @EventListener
  @Transactional(Transactional.TxType.MANDATORY)
  void onPhone(PhoneEnded ended) {
    passes.deleteAll(ended.personId());
  }

  private void markChanged(Collection<UUID> people) {
    passes.markChanged(
        people.stream().map(UUID::toString).collect(Collectors.joining(",")), clock.instant());
  }
}
