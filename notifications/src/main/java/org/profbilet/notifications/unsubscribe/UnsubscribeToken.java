package org.profbilet.notifications.unsubscribe;

import java.util.UUID;
import org.profbilet.consents.Channel;

/** Which channel of which person a letter lets stop, and which letter it was. */
record UnsubscribeToken(UUID deliveryId, UUID personId, Channel channel) {}
