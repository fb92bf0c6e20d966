package org.profbilet.consents;

/** Why an address is not handed out. */
public enum WithheldReason {
  NO_CONSENT,
  REFUSED,
  WITHDRAWN,
  MEMBERSHIP_ENDED,
  NO_ADDRESS,
  ADDRESS_NOT_VERIFIED,
  ADDRESS_DEAD
}
