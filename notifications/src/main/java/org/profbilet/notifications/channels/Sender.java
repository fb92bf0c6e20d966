package org.profbilet.notifications.channels;

import org.profbilet.consents.Channel;
import org.profbilet.consents.ConsentedAddress;

/** One way to reach people. Only the dispatcher calls it. */
public interface Sender {

  Channel channel();

  /** The provider's name as attempts record it. */
  String provider(ConsentedAddress address);

  /** How many messages of one kind, personal or for many, may be on their way at once. */
  int width();

  /** How many messages a second the provider takes from us; 0 where it sets no limit. */
  default int perSecond() {
    return 0;
  }

  /**
   * All that needs no address is done here, before any consent is locked: connections, log-ins,
   * access tokens.
   */
  Readiness prepare();

  /**
   * Hands over one message; ends within five seconds, by its own time-outs or by {@link #abort},
   * and never tries again by itself. Everything a provider can do is a value, never an exception.
   */
  HandOver handOver(Message message, ConsentedAddress address);

  /** Breaks what that thread has on its way, because the limit has passed. */
  default void abort(Thread sending) {
    sending.interrupt();
  }
}
