package org.profbilet.consents;

import java.util.List;

/** What personal data may be used for; each purpose is a document of its own (156-ФЗ). */
public enum Purpose {
  UNION_PROCESSING,
  PARTNER,
  MESSAGES;

  /** The channels a decision is made for; a purpose without channels has the one row NONE. */
  public List<Channel> channels() {
    return this == MESSAGES
        ? List.of(Channel.SMS, Channel.PUSH, Channel.EMAIL)
        : List.of(Channel.NONE);
  }
}
