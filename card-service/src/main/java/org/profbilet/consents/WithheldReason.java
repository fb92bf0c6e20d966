package org.profbilet.consents;

/** Why an address is not handed out. */
public enum WithheldReason {
  NO_CONSENT,
  REFUSED,
  WITHDRAWN,
  MEMBERSHIP_ENDED,
  NO_ADDRESS,
  ADDRESS_NOT_VERIFIED,
  ADDRESS_DEAD,

  /** She agreed to messages and wants no advertising among them. */
  ADS_REFUSED,

  /** The words that she agreed to do not speak of advertising. */
  ADS_NOT_COVERED
}
