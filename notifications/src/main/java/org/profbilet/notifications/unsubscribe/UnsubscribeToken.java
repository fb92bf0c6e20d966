package org.profbilet.notifications.unsubscribe;

import java.util.UUID;
import org.profbilet.consents.Channel;

/**
 * What of a person's messages a letter lets stop, and which letter it was.
 *
 * @param adsOnly advertising alone, by every channel; else all of the channel
 */
record UnsubscribeToken(UUID deliveryId, UUID personId, Channel channel, boolean adsOnly) {}
