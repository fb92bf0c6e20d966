package org.profbilet.contract.credential;

/** Why a shown credential is not taken. Names are frozen with version 1 of the contract. */
public enum RefusalReason {
  /** The clock of this device is before a moment that has certainly passed. */
  CLOCK_UNTRUSTED,
  /** Not a code of ours, or damaged, or made by an app that is too old. */
  CREDENTIAL_MALFORMED,
  /** Signed by a key, or written in a list, that is not known here. */
  CREDENTIAL_UNKNOWN,
  /** The issuer's or the phone's signature is wrong, or the issuer's key was withdrawn. */
  CREDENTIAL_BAD_SIGNATURE,
  /** The credential, or the moment of its proof, lies in the future. */
  CREDENTIAL_NOT_YET_VALID,
  /** The credential, or its proof, is too old. */
  CREDENTIAL_EXPIRED,
  /** A copy without the phone that holds the key. */
  DEVICE_PROOF_MISSING,
  /** The proof was made for another event. */
  WRONG_EVENT,
  /** The proof answers a question that this door did not ask. */
  CREDENTIAL_REPLAYED,
  /** The newest status list known here is too old to decide. */
  LIST_TOO_OLD,
  /** The credential was revoked: phone lost, membership ended. */
  CARD_REVOKED,
  /** The credential is suspended. */
  CARD_BLOCKED
}
