package org.profbilet.notifications.inbox;

import java.util.Set;
import org.profbilet.consents.Channel;

/**
 * How a member wants messages to many.
 *
 * @param language RU or EN
 * @param muted channels by which she wants none; personal messages still come
 */
public record Preferences(String language, Set<Channel> muted) {

  static final Preferences NONE = new Preferences("RU", Set.of());

  public Preferences {
    muted = Set.copyOf(muted);
  }
}
