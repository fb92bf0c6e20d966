package org.profbilet.organisations.structure;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.audit.Audit;

/** The structure of an organisation: units of any depth, opened and closed by date. */
@Singleton
public class KeepUnits {

  private final StructureRepository repository;
  private final Audit audit;
  private final Clock clock;

  KeepUnits(StructureRepository repository, Audit audit, Clock clock) {
    this.repository = repository;
    this.audit = audit;
    this.clock = clock;
  }

  /** Open ones first, by name; closed ones stay for the history. */
  public List<Unit> list(UUID organisationId) {
    return repository.listUnits(organisationId);
  }

  /**
   * @param key becomes the id of the unit
   * @param parentId an open unit of the same organisation, or null
   */
  @Transactional
  public StructureOutcome open(
      UUID accountId,
      UUID organisationId,
      UUID key,
      @Nullable UUID parentId,
      UnitKind kind,
      String name,
      LocalDate openedOn) {
    if (repository.lockUnit(key, organisationId).isPresent()) {
      return StructureOutcome.DONE;
    }
    if (parentId != null && !isOpen(parentId, organisationId)) {
      return StructureOutcome.UNKNOWN;
    }
    int inserted =
        repository.insertUnit(
            key,
            organisationId,
            parentId,
            kind.name(),
            name.strip(),
            openedOn,
            clock.instant(),
            accountId);
    if (inserted == 0) {
      return StructureOutcome.ALREADY_THERE;
    }
    audit.record(accountId, organisationId, "UNIT_OPENED", key, Map.of("kind", kind.name()));
    return StructureOutcome.DONE;
  }

  /** A unit closes when nothing open is left below it. */
  @Transactional
  public StructureOutcome close(UUID accountId, UUID organisationId, UUID unitId, LocalDate on) {
    Optional<Unit> unit = repository.lockUnit(unitId, organisationId);
    if (unit.isEmpty()) {
      return StructureOutcome.UNKNOWN;
    }
    if (unit.get().closedOn() != null) {
      return StructureOutcome.DONE;
    }
    if (on.isBefore(unit.get().openedOn())) {
      return StructureOutcome.DATE_WRONG;
    }
    if (repository.hasOpenUnitsBelow(unitId)) {
      return StructureOutcome.UNITS_BELOW;
    }
    repository.closeUnit(unitId, on);
    audit.record(accountId, organisationId, "UNIT_CLOSED", unitId, Map.of());
    return StructureOutcome.DONE;
  }

  private boolean isOpen(UUID unitId, UUID organisationId) {
    return repository
        .lockUnit(unitId, organisationId)
        .filter(unit -> unit.closedOn() == null)
        .isPresent();
  }
}
