package org.profbilet.contract.scanner;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a list is doing, at all doors together. */
@Serdeable
public record DoorStatus(
    UUID listId,
    Counters counters,
    List<Category> categories,
    List<Device> devices,
    int openConflicts,
    Instant serverTime) {

  public DoorStatus {
    categories = List.copyOf(categories);
    devices = List.copyOf(devices);
  }

  /**
   * @param expected people of the category on the list; those who are inside where all may come
   */
  @Serdeable
  public record Category(String name, int present, int expected) {}

  /**
   * @param queueLength scans that were waiting on it when it was seen last
   * @param bundleMadeAt age of its offline list
   * @param clockSkewMs how far its clock was behind ours
   */
  @Serdeable
  public record Device(
      String name,
      String door,
      Instant lastSeenAt,
      @Nullable Integer queueLength,
      @Nullable Instant bundleMadeAt,
      @Nullable Long clockSkewMs,
      boolean revoked) {}
}
