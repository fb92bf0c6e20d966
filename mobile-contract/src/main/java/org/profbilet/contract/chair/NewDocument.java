package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A paper that the organisation keeps.
 *
 * @param keptAt where it lies
 */
@Serdeable
public record NewDocument(
    @NotNull Kind kind,
    @NotBlank @Size(max = 200) String title,
    @Nullable @Size(max = 60) String number,
    @NotNull LocalDate datedOn,
    @Nullable LocalDate validUntil,
    @Nullable @Size(max = 200) String keptAt) {

  /** What the paper is. */
  @Serdeable
  public enum Kind {
    PROTOCOL,
    EXTRACT,
    COLLECTIVE_AGREEMENT,
    CHARTER,
    OTHER
  }
}
