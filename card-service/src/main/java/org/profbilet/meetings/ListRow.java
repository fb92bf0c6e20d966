package org.profbilet.meetings;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.scanner.ListKind;
import org.profbilet.contract.scanner.RepeatPolicy;

/** A list as its row holds it: the settings are still text. */
@Introspected
record ListRow(
    UUID id,
    UUID meetingId,
    UUID organisationId,
    int event,
    String name,
    String zone,
    ListKind kind,
    RepeatPolicy policy,
    Instant opensAt,
    Instant closesAt,
    @Nullable String exclusiveGroup,
    String settings,
    @Nullable Instant closedAt,
    @Nullable Instant cancelledAt,
    String salt,
    String handleKey) {

  @Override
  public String toString() {
    return "ListRow[" + id + "]";
  }
}
