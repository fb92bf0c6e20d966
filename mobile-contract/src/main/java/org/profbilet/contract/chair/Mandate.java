package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The right of one person to decide in a body.
 *
 * @param number given by the commission when it confirms
 * @param organisation that elected her, as it was then
 * @param basis number of the protocol by which she was elected, with its day
 * @param place among the alternates of her organisation; absent of a delegate
 * @param isMember whether she is on record today; where she is not, the commission decides
 */
@Serdeable
public record Mandate(
    UUID id,
    @Nullable Integer number,
    String name,
    String organisation,
    DelegateVote vote,
    MandateStanding standing,
    String basis,
    LocalDate basisOn,
    @Nullable Integer place,
    boolean isMember) {

  @Override
  public String toString() {
    return "Mandate[" + id + "]";
  }
}
