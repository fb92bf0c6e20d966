package org.profbilet.consents;

/** By which way a message reaches a member; NONE where the purpose has no messages. */
public enum Channel {
  NONE,
  SMS,
  PUSH,
  EMAIL
}
