package org.profbilet.audit;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * «Кто видел мои данные»: one line a viewer, a day and a basis, kept where the member can read it.
 */
@Singleton
public class Views {

  private final ViewRepository repository;
  private final Clock clock;

  Views(ViewRepository repository, Clock clock) {
    this.repository = repository;
    this.clock = clock;
  }

  /** Why somebody could see a record. */
  public enum Basis {

    /** Chair or officer of the member's own primary. */
    OFFICE,

    /** The primary gave its work to an organisation above. */
    DELEGATION,

    /** A reason was stated. */
    REASON
  }

  /**
   * Who looked.
   *
   * @param reason in the viewer's words; only where that is the basis
   */
  public record Viewer(
      UUID accountId, String name, String organisationName, Basis basis, @Nullable String reason) {
    @Override
    public String toString() {
      return "Viewer[" + accountId + "]";
    }
  }

  /** Needs the row scope of the primary, and belongs into the transaction that shows the rows. */
  public void record(Viewer viewer, LocalDate day, UUID primaryId, Collection<UUID> persons) {
    repository.add(
        persons.stream().map(UUID::toString).collect(Collectors.joining(",")),
        primaryId,
        viewer.accountId(),
        day,
        viewer.basis(),
        viewer.name(),
        viewer.organisationName(),
        viewer.reason(),
        clock.instant());
  }

  /** Needs the row scope of the person herself; newest first, at most 200. */
  public List<ViewLine> listOf(UUID personId) {
    return repository.listOf(personId);
  }
}
