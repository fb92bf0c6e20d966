package org.profbilet.consents;

import java.util.UUID;

/**
 * An address that may be used now, in this transaction, because the consent for it is in force and
 * held. Only this package makes one: sending to a raw address does not compile.
 */
public final class ConsentedAddress {

  private final UUID addressId;
  private final AddressKind kind;
  private final String value;
  private final int consentVersion;

  ConsentedAddress(UUID addressId, AddressKind kind, String value, int consentVersion) {
    this.addressId = addressId;
    this.kind = kind;
    this.value = value;
    this.consentVersion = consentVersion;
  }

  /** The contact or push target, for marking it dead. */
  public UUID addressId() {
    return addressId;
  }

  public AddressKind kind() {
    return kind;
  }

  /** For the senders of channels alone; it goes to the provider and nowhere else. */
  public String value() {
    return value;
  }

  /** The decision that allowed this message: what a sender proves (38-ФЗ art. 18 p. 1). */
  public int consentVersion() {
    return consentVersion;
  }

  @Override
  public String toString() {
    return "ConsentedAddress[" + kind + " " + addressId + ", consent " + consentVersion + "]";
  }
}
