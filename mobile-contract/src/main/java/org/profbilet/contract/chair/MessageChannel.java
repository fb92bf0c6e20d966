package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;

/** By which way a message reaches a member. */
@Serdeable
public enum MessageChannel {
  SMS,
  PUSH,
  EMAIL
}
