package org.profbilet.contract.chair;

/** Why a membership ends. */
public enum MembershipEndReason {
  TRANSFER,
  DISMISSED,
  GRADUATED,
  EXPELLED_STUDENT,
  RESIGNED,
  EXCLUDED,
  DIED,
  LAID_OFF_EXPIRED,
  ORG_CLOSED,
  DUPLICATE
}
