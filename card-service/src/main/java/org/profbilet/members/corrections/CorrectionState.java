package org.profbilet.members.corrections;

/** Where a proposal stands. */
public enum CorrectionState {
  OPEN,
  ACCEPTED,
  DECLINED
}
