package org.profbilet.contract.credential;

/** The state of a credential: two bits of a Token Status List, in the order of their values. */
public enum CredentialStatus {
  VALID,
  INVALID,
  SUSPENDED,
  /** Reserved for the application; read as invalid. */
  RESERVED
}
