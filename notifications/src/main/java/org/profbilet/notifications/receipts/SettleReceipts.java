package org.profbilet.notifications.receipts;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.profbilet.access.RowScope;
import org.profbilet.contacts.MarkAddressDead;
import org.profbilet.notifications.outbox.NextWay;
import org.profbilet.notifications.receipts.ReceiptRepository.Ended;

/**
 * Joins receipts with what was sent: a delivery becomes DELIVERED or BOUNCED, a dead address is
 * closed, and after a failure the next way is taken.
 */
@Singleton
class SettleReceipts {

  private static final int AT_ONCE = 100;

  private final ReceiptRepository receipts;
  private final RowScope rows;
  private final MarkAddressDead markDead;
  private final NextWay nextWay;
  private final Clock clock;

  SettleReceipts(
      ReceiptRepository receipts,
      RowScope rows,
      MarkAddressDead markDead,
      NextWay nextWay,
      Clock clock) {
    this.receipts = receipts;
    this.rows = rows;
    this.markDead = markDead;
    this.nextWay = nextWay;
    this.clock = clock;
  }

  /** How many deliveries got their end; at most a hundred in one transaction. */
  @Transactional
  public int settle() {
    List<Ended> ended = receipts.settle(clock.instant(), AT_ONCE);
    ended.stream().filter(one -> one.outcome() != Outcome.DELIVERED).forEach(this::followUp);
    return ended.size();
  }

  private void followUp(Ended failed) {
    rows.person(failed.personId());
    if (failed.outcome() == Outcome.DEAD_ADDRESS) {
      markDead.contact(failed.contactId(), failed.triedAt());
    }
    nextWay.after(failed.deliveryId());
  }
}
