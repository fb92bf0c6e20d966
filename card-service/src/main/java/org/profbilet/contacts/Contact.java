package org.profbilet.contacts;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The address of a kind that a person has now.
 *
 * @param shared the same address stands at somebody else of the primary
 */
@Introspected
public record Contact(
    UUID personId,
    ContactKind kind,
    String value,
    boolean shared,
    @Nullable Instant verifiedAt,
    String state,
    Instant recordedAt) {

  @Override
  public String toString() {
    return "Contact[" + kind + "]";
  }
}
