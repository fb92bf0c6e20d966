package org.profbilet.organisations;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Enters a new organisation into the register, below its parent. */
@Singleton
public class RegisterOrganisation {

  private final OrganisationRepository repository;
  private final Places places;
  private final Clock clock;

  RegisterOrganisation(OrganisationRepository repository, Places places, Clock clock) {
    this.repository = repository;
    this.places = places;
    this.clock = clock;
  }

  /**
   * @param inpo null for a proposed organisation, which waits for its number
   * @param parentId null only for the central council
   * @param zone IANA time zone
   */
  @Introspected
  public record NewOrganisation(
      @Nullable Inpo inpo,
      Level level,
      @Nullable UUID parentId,
      String name,
      String shortName,
      @Nullable String institutionKind,
      String zone,
      @Nullable String phone) {}

  /**
   * @return the id of the new organisation
   */
  @Transactional
  public UUID register(NewOrganisation organisation) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    Room place =
        places
            .find(organisation.level(), organisation.parentId())
            .orElseThrow(() -> new IllegalStateException("the interval of the parent is full"));
    Inpo inpo = organisation.inpo();
    repository.insert(
        id,
        inpo == null ? null : inpo.value(),
        (inpo == null ? Status.PROPOSED : Status.ACTIVE).name(),
        organisation.level().name(),
        organisation.parentId(),
        organisation.name(),
        organisation.shortName(),
        organisation.institutionKind(),
        ZoneId.of(organisation.zone()).getId(),
        organisation.phone(),
        LocalDate.now(clock),
        place.first(),
        place.last());
    return id;
  }

  /**
   * Keeps what a paper says about an organisation on a date.
   *
   * @param raw the words of the paper, for example "67 (54)"
   * @param value the number read from them, or null where the cell is empty
   */
  @Transactional
  public void declare(
      UUID organisationId,
      DeclaredSubject subject,
      LocalDate asOf,
      String raw,
      @Nullable Integer value) {
    repository.insertDeclaredCount(
        organisationId, subject.name(), asOf, raw, value, clock.instant());
  }
}
