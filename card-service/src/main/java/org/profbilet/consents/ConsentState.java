package org.profbilet.consents;

/** What a member has decided; UNKNOWN has no row in the ledger. */
public enum ConsentState {
  UNKNOWN,
  GIVEN,
  REFUSED,
  WITHDRAWN
}
