package org.profbilet.contract.credential;

/**
 * What makes a second showing of one proof recognisable. Signatures and texts do not serve: with
 * (r, s) also (r, n − s) verifies, so one proof has two texts.
 *
 * @param status names the credential
 * @param proofMadeAt seconds since 1970
 */
public record ReplayKey(StatusReference status, long proofMadeAt) {}
