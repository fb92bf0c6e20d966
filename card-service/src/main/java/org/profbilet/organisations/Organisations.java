package org.profbilet.organisations;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/** Reads the tree. */
@Singleton
public class Organisations {

  private final OrganisationRepository repository;

  Organisations(OrganisationRepository repository) {
    this.repository = repository;
  }

  /**
   * @throws NoSuchElementException if there is none with this id
   */
  public Organisation get(UUID id) {
    return find(id).orElseThrow();
  }

  public Optional<Organisation> find(UUID id) {
    return repository.findById(id);
  }

  public Optional<Organisation> find(Inpo inpo) {
    return repository.findByInpo(inpo.value());
  }

  public List<Organisation> listChildren(UUID parentId) {
    return repository.listChildren(parentId);
  }

  /** The register one level down, closed organisations last. */
  public List<OrganisationBelow> listRegister(UUID parentId) {
    return repository.listRegister(parentId);
  }

  /**
   * @param text a part of a name, or the beginning of an ИНПО
   * @param limit at most so many, open ones first
   */
  public List<OrganisationBelow> search(UUID aboveId, String text, int limit) {
    String plain = text.strip().toLowerCase(Locale.ROOT).replace('ё', 'е');
    return repository.search(aboveId, plain, limit);
  }

  /** From the central council down to the organisation itself. */
  public List<Organisation> listFromTheTopTo(UUID id) {
    return repository.listFromTheTopTo(id);
  }

  /** The organisation itself or the one above it that is of this level. */
  public Optional<Organisation> findAbove(UUID id, Level level) {
    return listFromTheTopTo(id).stream().filter(above -> above.level() == level).findFirst();
  }

  /** The organisation directly above; the central council has none and is its own. */
  public Organisation getParentOf(Organisation organisation) {
    UUID parentId = organisation.parentId();
    return parentId == null ? organisation : get(parentId);
  }

  /** An organisation is within itself too. */
  public boolean isWithin(UUID belowId, UUID aboveId) {
    return repository.isWithin(belowId, aboveId);
  }

  public boolean isEmpty() {
    return !repository.existsAny();
  }
}
