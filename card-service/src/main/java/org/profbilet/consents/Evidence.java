package org.profbilet.consents;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * By what a member decided without paper: kept with the decision, next to the time and the words.
 *
 * @param deviceId the phone whose key opened the session; null for a link
 * @param deviceKey RFC 7638 thumbprint of that key; null for a link
 */
public record Evidence(Kind kind, @Nullable UUID deviceId, @Nullable String deviceKey) {

  /** What was in the member's hand. */
  public enum Kind {
    PHONE,
    /** The link of a letter: who has it may only say no. */
    LINK
  }

  public Evidence {
    if ((kind == Kind.PHONE) != (deviceId != null && deviceKey != null)) {
      throw new IllegalArgumentException("a phone is named with its key, a link has none");
    }
  }

  public static Evidence phone(UUID deviceId, String deviceKey) {
    return new Evidence(Kind.PHONE, deviceId, deviceKey);
  }

  public static Evidence link() {
    return new Evidence(Kind.LINK, null, null);
  }
}
