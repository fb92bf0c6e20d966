package org.profbilet.consents;

/** What an address is; a sender takes only its own kinds. */
public enum AddressKind {
  PHONE,
  EMAIL,
  FCM_TOKEN,
  FCM_INSTALLATION,
  WEB_PUSH
}
