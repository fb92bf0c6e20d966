package org.profbilet.credentials;

/** What became of a phone's wish for fresh credentials. */
public sealed interface RenewOutcome {

  record Renewed(DeviceCredentials credentials) implements RenewOutcome {}

  record Refused(NotEligible reason) implements RenewOutcome {}

  /** The phone is no longer trusted. */
  record DeviceRevoked() implements RenewOutcome {}
}
