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

/**
 * Elected bodies and responsible persons. The rows open for the organisation that asks: its own and
 * those below it.
 */
@Singleton
public class KeepOfficials {

  private final OfficeScope scope;
  private final StructureRepository repository;
  private final Audit audit;
  private final Clock clock;

  KeepOfficials(OfficeScope scope, StructureRepository repository, Audit audit, Clock clock) {
    this.scope = scope;
    this.repository = repository;
    this.audit = audit;
    this.clock = clock;
  }

  /** What is known of somebody elected or appointed. */
  public record Election(
      Post post,
      String lastName,
      String firstName,
      @Nullable String middleName,
      @Nullable String protocolNumber,
      @Nullable LocalDate protocolOn,
      LocalDate electedOn,
      @Nullable LocalDate termUntil,
      @Nullable String phone,
      @Nullable String email,
      @Nullable LocalDate undertakingSignedOn) {

    @Override
    public String toString() {
      return "Election[" + post + "]";
    }
  }

  /** Those in office first, the chair before all. */
  @Transactional
  public List<Official> list(UUID askingId, UUID organisationId) {
    scope.office(askingId);
    return repository.listOfficials(organisationId);
  }

  /**
   * @param askingId the organisation the person acts for: this one or one above it
   * @param key becomes the id of the entry
   */
  @Transactional
  public StructureOutcome elect(
      UUID accountId, UUID askingId, UUID organisationId, UUID key, Election election) {
    scope.office(askingId);
    if (repository.existsOfficial(key, organisationId)) {
      return StructureOutcome.DONE;
    }
    LocalDate until = election.termUntil();
    if (until != null && !until.isAfter(election.electedOn())) {
      return StructureOutcome.DATE_WRONG;
    }
    int inserted =
        repository.insertOfficial(
            key,
            organisationId,
            election.post().name(),
            election.lastName(),
            election.firstName(),
            election.middleName(),
            election.protocolNumber(),
            election.protocolOn(),
            election.electedOn(),
            until,
            election.phone(),
            election.email(),
            election.undertakingSignedOn(),
            clock.instant(),
            accountId);
    if (inserted == 0) {
      return StructureOutcome.ALREADY_THERE;
    }
    audit.record(
        accountId,
        organisationId,
        "OFFICIAL_RECORDED",
        key,
        Map.of("post", election.post().name()));
    return StructureOutcome.DONE;
  }

  /**
   * @param on the first day out of office
   */
  @Transactional
  public StructureOutcome end(
      UUID accountId, UUID askingId, UUID organisationId, UUID officialId, LocalDate on) {
    scope.office(askingId);
    if (!repository.existsOfficial(officialId, organisationId)) {
      return StructureOutcome.UNKNOWN;
    }
    if (repository.endOfficial(officialId, organisationId, on, clock.instant(), accountId) == 0) {
      return StructureOutcome.DATE_WRONG;
    }
    audit.record(accountId, organisationId, "OFFICIAL_ENDED", officialId, Map.of());
    return StructureOutcome.DONE;
  }
}
