package org.profbilet.meetings.scans;

import org.jspecify.annotations.Nullable;
import org.profbilet.contract.scanner.NextAction;
import org.profbilet.contract.scanner.ScanReason;

/**
 * What a shown credential says by itself.
 *
 * @param kind how a person was named
 * @param ticketNumber only where the credential proved itself, or a person was named by hand
 * @param handle of somebody who was found by name
 * @param copy serial of a plastic card
 * @param proof names the showing of a phone's code, so that a second one elsewhere is recognised
 * @param failure why the credential alone is no reason to let anybody in
 * @param nextAction what helps, where it is not what the reason says
 */
record Reading(
    Kind kind,
    @Nullable String ticketNumber,
    @Nullable String handle,
    @Nullable String copy,
    @Nullable ShownProof proof,
    @Nullable ScanReason failure,
    @Nullable NextAction nextAction) {

  /** All ways to name a person lead to one presence. */
  enum Kind {
    PHONE,
    PLASTIC,
    NUMBER,
    MANUAL,
    FOREIGN
  }

  /**
   * @param list number of the status list
   * @param index entry in it
   * @param madeAt seconds since 1970
   */
  record ShownProof(int list, int index, long madeAt) {}

  /** Somebody who was found by name: no more proof than a number that was typed. */
  static Reading byHandle(String handle) {
    return new Reading(
        Kind.MANUAL, null, handle, null, null, ScanReason.DEVICE_PROOF_MISSING, null);
  }

  static Reading refused(Kind kind, ScanReason failure) {
    return new Reading(kind, null, null, null, null, failure, null);
  }

  @Override
  public String toString() {
    return "Reading[" + kind + ", " + failure + "]";
  }
}
