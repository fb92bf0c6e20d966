package org.profbilet.members;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** A field with what stood there and what stands there now. */
@Serdeable
public record FieldChange(String field, @Nullable String before, @Nullable String after) {

  @Override
  public String toString() {
    return "FieldChange[" + field + "]";
  }
}
