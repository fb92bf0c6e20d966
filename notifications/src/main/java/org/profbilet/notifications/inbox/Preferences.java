package org.profbilet.notifications.inbox;

import java.util.Set;
import org.profbilet.consents.Channel;

/**
 * How a member wants messages to many.
 *
 * @param language RU or EN
 * @param muted channels by which she wants none; personal messages still come
 * @param ads whether she wants advertising among them, by any channel
 */
public record Preferences(String language, Set<Channel> muted, boolean ads) {

  public Preferences {
    muted = Set.copyOf(muted);
  }
}
