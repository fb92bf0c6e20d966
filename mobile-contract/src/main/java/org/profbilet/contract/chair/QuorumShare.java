package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * A share as charters write it: 1/2 with {@code moreThan} is «более половины», 2/3 without is «не
 * менее двух третей». Whole numbers throughout.
 */
@Serdeable
public record QuorumShare(
    @Min(1) @Max(100) int numerator, @Min(1) @Max(100) int denominator, boolean moreThan) {

  /** How many of so many are enough; one more than all where nobody could be. */
  public int needed(int base) {
    int product = Math.multiplyExact(base, numerator);
    return moreThan ? product / denominator + 1 : (product + denominator - 1) / denominator;
  }

  /** Of nobody no share is ever present. */
  public boolean isMet(int present, int base) {
    return base > 0 && present >= needed(base);
  }
}
