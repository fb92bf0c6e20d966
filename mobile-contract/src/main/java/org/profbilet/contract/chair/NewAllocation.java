package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * How many delegates each primary organisation below sends.
 *
 * @param norm one delegate for so many members
 * @param minimum at least so many from each
 * @param rounding what becomes of members beyond a whole norm
 * @param on the day on which members are counted
 * @param decision which decision says so, for example «постановление № 5 от 12.10.2026»
 */
@Serdeable
public record NewAllocation(
    @Min(1) @Max(1_000_000) int norm,
    @Min(0) @Max(100) int minimum,
    @NotNull Rounding rounding,
    @NotNull LocalDate on,
    @NotBlank @Size(max = 200) String decision) {

  public enum Rounding {
    /** A norm that was begun gives a seat. */
    UP,
    /** Half a norm gives a seat. */
    HALF,
    /** Only a whole norm gives a seat. */
    DOWN
  }

  /** How many seats so many members have. */
  public int seats(int members) {
    int rest =
        switch (rounding) {
          case UP -> norm - 1;
          case HALF -> norm / 2;
          case DOWN -> 0;
        };
    return Math.max(minimum, (members + rest) / norm);
  }
}
