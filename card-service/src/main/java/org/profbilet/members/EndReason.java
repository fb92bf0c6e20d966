package org.profbilet.members;

/** Why a membership ended or moved. */
public enum EndReason {
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
