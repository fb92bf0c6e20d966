package org.profbilet.privacy;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be erased, and afterwards the journal of it; names nobody.
 *
 * @param number of the act
 * @param dueOn the last day the law leaves
 * @param destroyed how many rows by category of data; null until done
 */
@MappedEntity(value = "erasure", schema = "privacy")
public record Erasure(
    @Id UUID id,
    int number,
    UUID personId,
    UUID primaryId,
    Instant withdrawnAt,
    LocalDate dueOn,
    State state,
    @Nullable Instant doneAt,
    @Nullable UUID doneBy,
    @Nullable @TypeDef(type = DataType.JSON) Map<String, Integer> destroyed) {

  /** CANCELLED where the person has agreed again before it was done. */
  public enum State {
    DUE,
    CANCELLED,
    DONE
  }
}
