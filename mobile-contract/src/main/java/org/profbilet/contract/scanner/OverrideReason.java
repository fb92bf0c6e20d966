package org.profbilet.contract.scanner;

/** Why a person is admitted by hand, without a code that only she has. */
public enum OverrideReason {
  ID_SEEN,
  KNOWN_PERSONALLY,
  LIST_OF_DELEGATION_HEAD,
  /** Against the list, its hours or its rules; only from a registrar's phone. */
  REGISTRAR_DECISION
}
