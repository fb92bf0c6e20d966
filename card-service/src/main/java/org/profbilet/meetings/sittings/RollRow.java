package org.profbilet.meetings.sittings;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.chair.DelegateVote;
import org.profbilet.contract.chair.MandateStanding;

/**
 * Somebody who is entitled in a body, and where she is.
 *
 * @param personId the record that stays, where two were merged
 * @param inside in the hall
 * @param counted nobody disputes it
 * @param afar takes part from afar
 * @param afarCounted nobody disputes that
 */
@Introspected
record RollRow(
    @Nullable Integer number,
    UUID senderId,
    String sender,
    UUID personId,
    String fullName,
    String sex,
    int birthYear,
    boolean firstTime,
    DelegateVote vote,
    MandateStanding standing,
    boolean isMember,
    boolean inside,
    boolean counted,
    boolean afar,
    boolean afarCounted) {

  boolean decides() {
    return vote == DelegateVote.DECISIVE;
  }

  boolean isConfirmed() {
    return standing == MandateStanding.CONFIRMED;
  }

  /** Present beyond dispute. */
  boolean isPresent(boolean countsRemote) {
    return inside && counted || countsRemote && afar && afarCounted;
  }

  boolean isPerhapsPresent(boolean countsRemote) {
    return inside || countsRemote && afar;
  }

  @Override
  public String toString() {
    return "RollRow[" + number + "]";
  }
}
