package org.profbilet.notifications.outbox;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.notifications.channels.HandOver;

/** Writes how attempts and their delivery ended, in the transaction of the caller. */
@Singleton
class Settlement {

  private final DeliveryRepository deliveries;
  private final AttemptRepository attempts;
  private final Backoff backoff;
  private final NextWay nextWay;
  private final Clock clock;

  Settlement(
      DeliveryRepository deliveries,
      AttemptRepository attempts,
      Backoff backoff,
      NextWay nextWay,
      Clock clock) {
    this.deliveries = deliveries;
    this.attempts = attempts;
    this.backoff = backoff;
    this.nextWay = nextWay;
    this.clock = clock;
  }

  void end(UUID attemptId, HandOver answer) {
    String providerMessage = null;
    String error = null;
    AttemptState state;
    if (answer instanceof HandOver.Accepted accepted) {
      state = AttemptState.ACCEPTED;
      providerMessage = accepted.providerMessage();
    } else if (answer instanceof HandOver.RetryAt retry) {
      state = AttemptState.RETRY;
      error = retry.error();
    } else if (answer instanceof HandOver.Uncertain uncertain) {
      state = AttemptState.UNCERTAIN;
      error = uncertain.error();
    } else if (answer instanceof HandOver.DeadAddress dead) {
      state = AttemptState.DEAD_ADDRESS;
      error = dead.error();
    } else {
      state = AttemptState.DEAD;
      error = ((HandOver.Dead) answer).error();
    }
    end(attemptId, state, providerMessage, error);
  }

  void endUnsent(UUID attemptId, String why) {
    end(attemptId, AttemptState.NOT_SENT, null, why);
  }

  void endUncertain(UUID attemptId, String why) {
    end(attemptId, AttemptState.UNCERTAIN, null, why);
  }

  /**
   * @param uncertainBefore attempts of this delivery that ended UNCERTAIN earlier
   */
  void settle(Claimed delivery, UUID owner, List<HandOver> answers, int uncertainBefore) {
    Verdict verdict = Verdict.of(answers);
    switch (verdict.kind()) {
      case ACCEPTED -> close(delivery, owner, DeliveryState.ACCEPTED, null, null);
      case DEAD -> endInVain(delivery, owner, DeliveryState.DEAD, null);
      case RETRY -> again(delivery, owner, verdict.notBefore());
      case UNCERTAIN -> settleUncertain(delivery, owner, uncertainBefore);
    }
  }

  void settleUncertain(Claimed delivery, UUID owner, int uncertainBefore) {
    switch (UncertainRule.of(delivery.channel(), delivery.priority(), uncertainBefore)) {
      case AGAIN -> again(delivery, owner, null);
      case STOP -> close(delivery, owner, DeliveryState.UNCERTAIN, null, null);
    }
  }

  void withhold(Claimed delivery, UUID owner, String reason) {
    endInVain(delivery, owner, DeliveryState.WITHHELD, reason);
  }

  /** Untried: the time has not come, or its campaign pauses. */
  void giveBack(Claimed delivery, UUID owner) {
    if (deliveries.settle(delivery.id(), owner, DeliveryState.PENDING.name(), null, null, 0) != 1) {
      throw new IllegalStateException("the lease of delivery " + delivery.id() + " is gone");
    }
  }

  void again(Claimed delivery, UUID owner, @Nullable Instant notBefore) {
    close(delivery, owner, DeliveryState.PENDING, null, backoff.next(delivery, notBefore));
  }

  private void endInVain(
      Claimed delivery, UUID owner, DeliveryState state, @Nullable String reason) {
    close(delivery, owner, state, reason, null);
    nextWay.after(delivery.id());
  }

  private void close(
      Claimed delivery,
      UUID owner,
      DeliveryState state,
      @Nullable String reason,
      @Nullable Instant due) {
    if (deliveries.settle(delivery.id(), owner, state.name(), reason, due, 1) != 1) {
      throw new IllegalStateException("the lease of delivery " + delivery.id() + " is gone");
    }
  }

  private void end(
      UUID attemptId,
      AttemptState state,
      @Nullable String providerMessage,
      @Nullable String error) {
    if (attempts.markEnded(attemptId, state.name(), providerMessage, error, clock.instant()) != 1) {
      throw new IllegalStateException("attempt " + attemptId + " has ended before");
    }
  }
}
