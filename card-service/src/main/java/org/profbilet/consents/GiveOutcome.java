package org.profbilet.consents;

/** What became of a consent that a member gives in her own session. */
public enum GiveOutcome {
  /** In force now; what had been in force before stays as it was. */
  GIVEN,
  /** She was shown other words than the ones in force: nothing was written. */
  OTHER_TEXT_IN_FORCE
}
