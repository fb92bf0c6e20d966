package org.profbilet.credentials;

import java.util.UUID;

/** What became of a phone that asked for a ticket. */
public sealed interface ActivateOutcome {

  record Activated(UUID deviceId, DeviceCredentials credentials, MemberCard card)
      implements ActivateOutcome {}

  /**
   * Unknown number, wrong birth date or code, used up, too late, no member: from outside all look
   * alike.
   */
  record Refused() implements ActivateOutcome {}

  /** The key of the request was used for another request. */
  record KeyWasUsed() implements ActivateOutcome {}
}
