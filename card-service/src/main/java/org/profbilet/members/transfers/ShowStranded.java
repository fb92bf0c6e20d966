package org.profbilet.members.transfers;

import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The queue of members whose primary is closed: numbers by primary, for the offices above. */
@Singleton
public class ShowStranded {

  private final StrandedRepository repository;

  ShowStranded(StrandedRepository repository) {
    this.repository = repository;
  }

  /**
   * A closed primary with members still on record.
   *
   * @param receiver the primary that takes them over, or null where nobody was named
   */
  @Introspected
  public record Stranded(
      UUID id, String inpo, String name, String status, int people, @Nullable String receiver) {}

  /** Below this organisation, in the order of the tree. */
  public List<Stranded> below(UUID organisationId) {
    return repository.listBelow(organisationId);
  }
}
