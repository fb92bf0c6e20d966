package org.profbilet.contract.credential;

import java.time.Instant;

/**
 * The state of a credential and how fresh it is.
 *
 * @param status the state
 * @param asOf when it was true; the moment at which the list was made
 */
public record StatusAnswer(CredentialStatus status, Instant asOf) {}
