package org.profbilet.meetings.quorum;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.chair.DelegateVote;
import org.profbilet.contract.chair.Mandate;
import org.profbilet.contract.chair.MandateStanding;

/** A mandate with names, as it is shown. */
@Introspected
record MandateLine(
    UUID id,
    @Nullable Integer number,
    String fullName,
    String sender,
    DelegateVote vote,
    MandateStanding standing,
    String basis,
    LocalDate basisOn,
    @Nullable Integer place,
    boolean isMember) {

  Mandate shown() {
    return new Mandate(
        id, number, fullName, sender, vote, standing, basis, basisOn, place, isMember);
  }

  @Override
  public String toString() {
    return "MandateLine[" + id + "]";
  }
}
