package org.profbilet.organisations.structure;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.audit.Audit;
import org.profbilet.organisations.OfficeScope;

/** The list of papers an organisation keeps: what, of which day, and where it lies. */
@Singleton
public class KeepDocuments {

  private final OfficeScope scope;
  private final StructureRepository repository;
  private final Audit audit;
  private final Clock clock;

  KeepDocuments(OfficeScope scope, StructureRepository repository, Audit audit, Clock clock) {
    this.scope = scope;
    this.repository = repository;
    this.audit = audit;
    this.clock = clock;
  }

  /** A paper as it is entered. */
  public record Paper(
      DocumentKind kind,
      String title,
      @Nullable String number,
      LocalDate datedOn,
      @Nullable LocalDate validUntil,
      @Nullable String keptAt) {}

  @Transactional
  public List<Document> list(UUID askingId, UUID organisationId) {
    scope.office(askingId);
    return repository.listDocuments(organisationId);
  }

  /**
   * @param key becomes the id of the entry
   */
  @Transactional
  public void add(UUID accountId, UUID organisationId, UUID key, Paper paper) {
    scope.office(organisationId);
    int inserted =
        repository.insertDocument(
            key,
            organisationId,
            paper.kind().name(),
            paper.title(),
            paper.number(),
            paper.datedOn(),
            paper.validUntil(),
            paper.keptAt(),
            clock.instant(),
            accountId);
    if (inserted == 1) {
      audit.record(
          accountId, organisationId, "DOCUMENT_ADDED", key, Map.of("kind", paper.kind().name()));
    }
  }

  /** Takes an entry off the list; the row stays, with who did it. */
  @Transactional
  public StructureOutcome remove(UUID accountId, UUID organisationId, UUID documentId) {
    scope.office(organisationId);
    if (repository.removeDocument(documentId, organisationId, clock.instant(), accountId) == 0) {
      return StructureOutcome.UNKNOWN;
    }
    audit.record(accountId, organisationId, "DOCUMENT_REMOVED", documentId, Map.of());
    return StructureOutcome.DONE;
  }
}
