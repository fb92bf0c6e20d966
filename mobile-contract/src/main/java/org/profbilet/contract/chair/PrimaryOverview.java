package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param people members on record today
 * @param toDo what waits for the chair, most urgent first; a thing that is done is not there
 * @param helpPhone the territorial organisation's telephone
 */
@Serdeable
public record PrimaryOverview(
    UUID id,
    String inpo,
    String name,
    int people,
    List<Task> toDo,
    @Nullable String helpOrganisation,
    @Nullable String helpPhone) {

  public PrimaryOverview {
    toDo = List.copyOf(toDo);
  }

  /**
   * @param code LOAD_LIST, RECORD_CONSENTS, ORDER_CARDS, ISSUE_CARDS, ORDER_RETURNED, TAKE_OVER (an
   *     open list)
   * @param count how many people or cards it is about
   */
  @Serdeable
  public record Task(String code, int count) {}
}
