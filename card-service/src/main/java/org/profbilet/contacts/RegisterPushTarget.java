package org.profbilet.contacts;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Keeps where a member's device can be pushed to. A device says so again at every start: that is
 * how an old answer of a provider is told from a living device.
 */
@Singleton
public class RegisterPushTarget {

  /** More devices than this a member does not have; the one seen longest ago makes room. */
  static final int DEVICES = 10;

  private final PushTargetRepository targets;
  private final Clock clock;

  RegisterPushTarget(PushTargetRepository targets, Clock clock) {
    this.targets = targets;
    this.clock = clock;
  }

  /** In the caller's transaction, which has the rows of this person open. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void register(UUID personId, Kind kind, String value) {
    Instant now = clock.instant();
    if (targets.markSeen(personId, kind.name(), value, now) == 1) {
      return;
    }
    targets.letGo(kind.name(), value, personId, now);
    targets.add(UuidCreator.getTimeOrderedEpoch(), personId, kind.name(), value, now);
    targets.markDeadBeyond(personId, DEVICES, now);
  }

  /** The device does not want to be pushed to any more; one that is not registered stays so. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void remove(UUID personId, Kind kind, String value) {
    targets.markDead(personId, kind.name(), value, clock.instant());
  }

  /** What the value is. */
  public enum Kind {
    FCM_TOKEN,
    FCM_INSTALLATION,
    WEB_PUSH
  }
}
