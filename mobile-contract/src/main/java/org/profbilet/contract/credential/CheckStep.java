package org.profbilet.contract.credential;

/**
 * The checks of a credential in their fixed order, so that two verifiers name the same reason. A
 * refusal tells which one failed: a stale proof asks for patience, an expired credential does not.
 */
public enum CheckStep {
  CLOCK,
  FORM,
  HOST_AND_PROFILE,
  ISSUER_KEY,
  ISSUER_SIGNATURE,
  VALIDITY,
  PROOF_SIGNATURE,
  EVENT,
  NONCE,
  PROOF_TIME,
  STATUS
}
