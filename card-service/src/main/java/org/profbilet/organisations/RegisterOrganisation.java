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

  private static final long ROOT_LAST = Long.MAX_VALUE / 2;

  private final OrganisationRepository repository;
  private final Clock clock;

  RegisterOrganisation(OrganisationRepository repository, Clock clock) {
    this.repository = repository;
    this.clock = clock;
  }

  /**
   * @param parentId null only for the central council
   * @param zone IANA time zone
   */
  @Introspected
  public record NewOrganisation(
      Inpo inpo,
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
    Room place = placeFor(organisation);
    repository.insert(
        id,
        organisation.inpo().value(),
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
    repository.insertDeclaredCount(organisationId, subject.name(), asOf, raw, value);
  }

  private Room placeFor(NewOrganisation organisation) {
    UUID parentId = organisation.parentId();
    if (parentId == null) {
      return new Room(0, ROOT_LAST, 0);
    }
    Room room = repository.findRoomIn(parentId).orElseThrow();
    long width = widthOf(organisation.level());
    long first = room.taken() + 1;
    long last = first + width - 1;
    if (last > room.last()) {
      throw new IllegalStateException("the interval of the parent is full");
    }
    return new Room(first, last, last);
  }

  /**
   * 1,000 regions' worth of room for a central council; 4,000 locals in a region; 4,000 primaries
   * in a local.
   */
  private static long widthOf(Level level) {
    return switch (level) {
      case CENTRAL -> ROOT_LAST;
      case REGIONAL -> 4_000L * widthOf(Level.LOCAL);
      case LOCAL -> 4_000L * widthOf(Level.PRIMARY);
      case PRIMARY -> 1_000L;
    };
  }
}
