package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The figures of this moment, kept.
 *
 * @param reason for example «открытие» or «перед голосованием 3»
 * @param recount where people were counted by hand, because nobody was scanned on the way out
 */
@Serdeable
public record NewSnapshot(
    @NotBlank @Size(max = 100) String reason, @Nullable @Valid Recount recount) {

  /**
   * @param firstSigner and another one: two people have counted
   */
  @Serdeable
  public record Recount(
      @Min(0) @Max(100_000) int present,
      @NotNull @NotBlank @Size(max = 100) String firstSigner,
      @NotNull @NotBlank @Size(max = 100) String secondSigner) {}
}
