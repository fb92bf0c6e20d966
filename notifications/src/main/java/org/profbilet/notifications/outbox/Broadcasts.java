package org.profbilet.notifications.outbox;

import java.util.UUID;
import org.profbilet.consents.Channel;
import org.profbilet.notifications.channels.Message;

/** What the dispatcher asks about messages to many; {@code campaigns} answers. */
public interface Broadcasts {

  /** Whether a message to many may be handed over. */
  enum Standing {
    GOES,

    /** Its campaign pauses, or it is night where the member lives. */
    NOT_NOW,
    CANCELLED,

    /** She wants no messages to many by this channel. */
    MUTED
  }

  /**
   * Asked in the transaction of the hand-over, which has the rows of this person open. Until it
   * ends, whoever pauses or cancels the campaign waits; who comes later finds it stopped.
   */
  Standing hold(UUID campaignId, UUID personId, Channel channel, String zone);

  /** Whether it is advertising, which needs a consent that covers it. */
  boolean isAd(UUID campaignId);

  /** Its words, in the language of the member. */
  Message message(UUID campaignId, UUID deliveryId, UUID personId);
}
