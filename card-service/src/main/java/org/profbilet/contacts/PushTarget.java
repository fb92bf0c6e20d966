package org.profbilet.contacts;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One device, or one browser, that a member wants to be pushed to. */
@MappedEntity(value = "push_target", schema = "contacts")
record PushTarget(
    @Id UUID id,
    UUID personId,
    UUID primaryId,
    String kind,
    String value,
    Instant registeredAt,
    Instant lastSeenAt,
    @Nullable Instant deadAt) {

  @Override
  public String toString() {
    return "PushTarget[" + id + "]";
  }
}
