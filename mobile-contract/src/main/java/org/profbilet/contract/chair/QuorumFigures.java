package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;

/**
 * Two figures, honestly: the truth lies between them while phones hold scans and conflicts wait.
 *
 * @param base of whom the share is taken
 * @param needed how many must be present
 * @param confirmed present beyond dispute; a quorum is declared of these alone
 * @param possible as many as there could be at most
 * @param advisory present with an advisory vote; they make no quorum
 * @param organisations represented, of how many, and how many are needed; 0 where none are
 * @param notMembers confirmed mandates of people who are on record no more
 * @param openConflicts about this list, not ruled yet
 */
@Serdeable
public record QuorumFigures(
    int base,
    int needed,
    int confirmed,
    int possible,
    int advisory,
    int organisations,
    int organisationsBase,
    int organisationsNeeded,
    int notMembers,
    int openConflicts,
    Verdict verdict) {

  /** What the screen says. */
  public enum Verdict {
    MET,
    NOT_MET,
    /** There may be enough: phones must be synchronised and conflicts ruled. */
    NOT_CONFIRMED,
    /** Nobody is entitled: no share of nobody is ever present. */
    NOBODY_ENTITLED
  }
}
