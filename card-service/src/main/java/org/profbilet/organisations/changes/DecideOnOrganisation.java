package org.profbilet.organisations.changes;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.organisations.Organisation;
import org.profbilet.organisations.Organisations;
import org.profbilet.organisations.Places;
import org.profbilet.organisations.Status;
import org.profbilet.organisations.changes.DeedOutcome.Done;
import org.profbilet.organisations.changes.DeedOutcome.Reason;
import org.profbilet.organisations.changes.DeedOutcome.Refused;
import org.profbilet.requests.RequestHash;

/**
 * Carries out what an elected body above decided: begin to wind up, exclude, merge, move, restore.
 * Each is one transaction that touches rows of organisations only: no member, card or consent moves
 * with it, and every id stays.
 */
@Singleton
public class DecideOnOrganisation {

  private final DeedRepository repository;
  private final Deeds deeds;
  private final Organisations organisations;
  private final Places places;
  private final ApplicationEventPublisher<OrganisationClosed> facts;

  DecideOnOrganisation(
      DeedRepository repository,
      Deeds deeds,
      Organisations organisations,
      Places places,
      ApplicationEventPublisher<OrganisationClosed> facts) {
    this.repository = repository;
    this.deeds = deeds;
    this.organisations = organisations;
    this.places = places;
    this.facts = facts;
  }

  /**
   * @param organisationId within the office, never the office itself
   * @param kind one of the five that need a decision
   * @param toId the new parent of a move or the successor of a merger, within the office; else null
   */
  @Transactional
  public DeedOutcome decide(
      Office office,
      UUID key,
      UUID organisationId,
      DeedKind kind,
      Decision decision,
      @Nullable UUID toId) {
    String hash = RequestHash.of(organisationId, kind, decision, toId);
    Optional<DeedOutcome> before = deeds.findDone(key, hash);
    if (before.isPresent()) {
      return before.get();
    }
    LockedOrganisation target = repository.lock(organisationId).orElseThrow();
    Optional<Reason> refusal = refusal(office, target, kind, decision, toId);
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    refusal = carryOut(office, target, kind, decision, toId);
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    UUID from = kind == DeedKind.MOVED ? target.parentId() : null;
    deeds.record(office, key, hash, kind, organisationId, decision, from, toId);
    return new Done(organisationId);
  }

  private Optional<Reason> refusal(
      Office office,
      LockedOrganisation target,
      DeedKind kind,
      Decision decision,
      @Nullable UUID toId) {
    if (!kind.mayBeDoneBy(office.level())) {
      return Optional.of(Reason.NOT_FOR_THIS_LEVEL);
    }
    if (target.id().equals(office.organisationId())) {
      return Optional.of(Reason.NOT_ITSELF);
    }
    if (!allowedFrom(kind).contains(target.status())
        || (kind == DeedKind.RESTORED && !target.hasNumber())) {
      return Optional.of(Reason.WRONG_STATUS);
    }
    boolean hasGoal = kind == DeedKind.MOVED || kind == DeedKind.MERGED;
    if (hasGoal != (toId != null)) {
      return Optional.of(kind == DeedKind.MERGED ? Reason.WRONG_SUCCESSOR : Reason.WRONG_PARENT);
    }
    boolean isDateWrong =
        decision.decidedOn().isAfter(deeds.today())
            || decision.effectiveOn().isAfter(deeds.today())
            || decision.effectiveOn().isBefore(target.registeredOn());
    if (isDateWrong) {
      return Optional.of(Reason.DATE_WRONG);
    }
    return switch (kind) {
      case MOVED ->
          fits(office, target, toId) ? Optional.empty() : Optional.of(Reason.WRONG_PARENT);
      case MERGED ->
          succeeds(office, target, toId) ? Optional.empty() : Optional.of(Reason.WRONG_SUCCESSOR);
      case EXCLUDED ->
          repository.listOpenBelow(target.id()).isEmpty()
              ? Optional.empty()
              : Optional.of(Reason.ORGANISATIONS_BELOW);
      case RESTORED -> hasOpenParent(target) ? Optional.empty() : Optional.of(Reason.WRONG_PARENT);
      case LIQUIDATION_BEGUN -> Optional.empty();
      case PROPOSED, INPO_ALLOTTED -> throw new IllegalArgumentException("not a decision: " + kind);
    };
  }

  private static Set<Status> allowedFrom(DeedKind kind) {
    return switch (kind) {
      case LIQUIDATION_BEGUN -> Set.of(Status.ACTIVE);
      case EXCLUDED -> Set.of(Status.PROPOSED, Status.ACTIVE, Status.LIQUIDATING);
      case MERGED -> Set.of(Status.ACTIVE, Status.LIQUIDATING);
      case MOVED -> Set.of(Status.PROPOSED, Status.ACTIVE, Status.LIQUIDATING);
      case RESTORED -> Set.of(Status.LIQUIDATING, Status.EXCLUDED, Status.MERGED);
      case PROPOSED, INPO_ALLOTTED -> Set.of();
    };
  }

  private Optional<Reason> carryOut(
      Office office,
      LockedOrganisation target,
      DeedKind kind,
      Decision decision,
      @Nullable UUID toId) {
    return switch (kind) {
      case LIQUIDATION_BEGUN -> setStatus(office, target, Status.LIQUIDATING, decision, null);
      case RESTORED -> setStatus(office, target, Status.ACTIVE, decision, null);
      case EXCLUDED -> setStatus(office, target, Status.EXCLUDED, decision, null);
      case MERGED -> merge(office, target, decision, Objects.requireNonNull(toId));
      case MOVED -> move(office, target.id(), decision, Objects.requireNonNull(toId));
      case PROPOSED, INPO_ALLOTTED -> throw new IllegalArgumentException("not a decision: " + kind);
    };
  }

  private Optional<Reason> setStatus(
      Office office,
      LockedOrganisation target,
      Status status,
      Decision decision,
      @Nullable UUID successorId) {
    if (repository.setStatus(target.id(), status.name(), successorId) != 1) {
      throw new IllegalStateException("a locked organisation changed");
    }
    deeds.remember(office, target.id(), "STATUS", status.name(), decision.effectiveOn());
    if (!status.isOpen()) {
      facts.publishEvent(new OrganisationClosed(target.id(), decision.effectiveOn(), successorId));
    }
    return Optional.empty();
  }

  /** What stood below the merged organisation stands below its successor, in the same step. */
  private Optional<Reason> merge(
      Office office, LockedOrganisation target, Decision decision, UUID successorId) {
    List<UUID> below = repository.listOpenBelow(target.id());
    for (UUID child : below) {
      UUID key = UuidCreator.getTimeOrderedEpoch();
      Optional<Reason> refusal = move(office, child, decision, successorId);
      if (refusal.isPresent()) {
        throw new IllegalStateException("no room for what stood below a merged organisation");
      }
      String hash = RequestHash.of(child, DeedKind.MOVED, decision, successorId);
      deeds.record(office, key, hash, DeedKind.MOVED, child, decision, target.id(), successorId);
    }
    return setStatus(office, target, Status.MERGED, decision, successorId);
  }

  private Optional<Reason> move(Office office, UUID movedId, Decision decision, UUID parentId) {
    if (places.move(organisations.get(movedId), parentId) == 0) {
      return Optional.of(Reason.NO_ROOM);
    }
    deeds.remember(office, movedId, "PARENT", parentId.toString(), decision.effectiveOn());
    return Optional.empty();
  }

  private boolean fits(Office office, LockedOrganisation target, @Nullable UUID parentId) {
    return findWithin(office, parentId)
        .filter(parent -> target.level().mayStandBelow(parent.level()))
        .filter(parent -> !parent.id().equals(target.parentId()))
        .isPresent();
  }

  private boolean succeeds(Office office, LockedOrganisation target, @Nullable UUID successorId) {
    return findWithin(office, successorId)
        .filter(successor -> successor.level() == target.level())
        .filter(successor -> successor.status() == Status.ACTIVE)
        .filter(successor -> !successor.id().equals(target.id()))
        .isPresent();
  }

  private boolean hasOpenParent(LockedOrganisation target) {
    UUID parentId = target.parentId();
    return parentId != null && organisations.get(parentId).status().isOpen();
  }

  private Optional<Organisation> findWithin(Office office, @Nullable UUID id) {
    return Optional.ofNullable(id)
        .flatMap(organisations::find)
        .filter(found -> found.status().isOpen())
        .filter(found -> organisations.isWithin(found.id(), office.organisationId()));
  }
}
