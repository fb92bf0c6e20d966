package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param nextCursor for the page after this one; null on the last
 */
@Serdeable
public record MemberPage(List<Item> members, @Nullable UUID nextCursor) {

  public MemberPage {
    members = List.copyOf(members);
  }

  /** One line of the list. */
  @Serdeable
  public record Item(
      UUID id,
      String lastName,
      String firstName,
      @Nullable String middleName,
      String ticketNumber,
      String category,
      @Nullable String position) {}
}
