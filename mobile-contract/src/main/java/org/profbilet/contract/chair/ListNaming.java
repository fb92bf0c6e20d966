package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the chair says of the columns of her file; columns that are not named stay as they were. */
@Serdeable
public record ListNaming(@NotNull @Size(min = 1, max = 256) List<@Valid Named> columns) {

  /**
   * @param key of the column in the file
   * @param column of the form; null for a column that is not to be read
   */
  @Serdeable
  public record Named(@NotNull @Size(min = 1, max = 200) String key, @Nullable ListColumn column) {}
}
