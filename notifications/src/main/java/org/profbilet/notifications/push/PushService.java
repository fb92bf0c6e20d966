package org.profbilet.notifications.push;

import org.profbilet.consents.ConsentedAddress;
import org.profbilet.notifications.channels.HandOver;
import org.profbilet.notifications.channels.Message;
import org.profbilet.notifications.channels.Readiness;

/** One of the ways to a device. */
interface PushService {

  String provider();

  boolean serves(ConsentedAddress address);

  Readiness prepare();

  HandOver handOver(Message message, ConsentedAddress address);
}
