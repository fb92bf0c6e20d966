package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An elected body, the seats in it and who holds a mandate.
 *
 * @param base of whom the share is taken, as of now; absent where it is taken of members on record
 * @param seats how many each organisation may send; empty before they were allotted
 */
@Serdeable
public record ElectedBody(
    UUID id,
    String name,
    BodyKind kind,
    QuorumBase baseKind,
    QuorumShare share,
    @Nullable QuorumShare organisations,
    boolean countsRemote,
    @Nullable String charter,
    @Nullable Integer base,
    @Nullable String allocationDecision,
    List<Seat> seats,
    List<Mandate> mandates,
    List<Act> acts) {

  public ElectedBody {
    seats = List.copyOf(seats);
    mandates = List.copyOf(mandates);
    acts = List.copyOf(acts);
  }

  /**
   * @param members on record on the day of the allocation
   */
  @Serdeable
  public record Seat(UUID organisationId, String organisation, int members, int seats) {}

  /**
   * What the commission has decided.
   *
   * @param number of the mandate, where it had one
   * @param base before and after, so that everybody sees when it changed
   */
  @Serdeable
  public record Act(
      MandateAct act, @Nullable Integer number, String decision, int baseBefore, int baseAfter) {}
}
