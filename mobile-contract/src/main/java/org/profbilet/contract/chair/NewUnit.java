package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A structural unit to open.
 *
 * @param parentId an open unit above, or null right below the organisation
 */
@Serdeable
public record NewUnit(
    @Nullable UUID parentId,
    @NotNull Kind kind,
    @NotBlank @Size(max = 200) String name,
    @NotNull LocalDate openedOn) {

  /** What the unit is. */
  @Serdeable
  public enum Kind {
    BUREAU,
    GROUP,
    FACULTY,
    INSTITUTE,
    BRANCH,
    INSTITUTION,
    OTHER
  }
}
