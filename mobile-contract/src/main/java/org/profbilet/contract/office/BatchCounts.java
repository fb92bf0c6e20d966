package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a batch was counted on its way, what is in it, and what is missing; no names.
 *
 * @param hops oldest first
 * @param onTheWay cards that the next count is about: without those that ended or were handed out
 *     before anybody said that they had come
 */
@Serdeable
public record BatchCounts(List<Hop> hops, List<Pack> packs, List<Missing> missing, int onTheWay) {

  public BatchCounts {
    hops = List.copyOf(hops);
    packs = List.copyOf(packs);
    missing = List.copyOf(missing);
  }

  /**
   * A count: expected = counted + missing.
   *
   * @param status where the counted cards are from then on
   * @param order the number of the order that was handed over, or null for the whole batch
   * @param reference of the act or of the parcel
   */
  @Serdeable
  public record Hop(
      String status,
      String statusTitle,
      @Nullable Integer order,
      int expected,
      int counted,
      int missing,
      @Nullable String reference,
      Instant at,
      String organisation) {}

  /**
   * The cards of one order, packed together.
   *
   * @param cards without those that ended
   * @param firstNumber of the range of ticket numbers
   */
  @Serdeable
  public record Pack(
      UUID orderId,
      int order,
      String primary,
      String primaryInpo,
      int cards,
      String firstNumber,
      String lastNumber) {}

  /**
   * @param copy ticket number and serial, as they are printed: 0000000018-00001
   * @param status DEFECTIVE or LOST_IN_TRANSIT
   */
  @Serdeable
  public record Missing(String copy, String status, String statusTitle, String primary) {}
}
