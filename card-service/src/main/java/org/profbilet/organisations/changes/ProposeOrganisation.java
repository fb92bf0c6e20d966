package org.profbilet.organisations.changes;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.organisations.Level;
import org.profbilet.organisations.Organisation;
import org.profbilet.organisations.Organisations;
import org.profbilet.organisations.RegisterOrganisation;
import org.profbilet.organisations.RegisterOrganisation.NewOrganisation;
import org.profbilet.organisations.changes.DeedOutcome.Done;
import org.profbilet.organisations.changes.DeedOutcome.Reason;
import org.profbilet.organisations.changes.DeedOutcome.Refused;
import org.profbilet.requests.RequestHash;

/** Enters an organisation that waits for its number from above. */
@Singleton
public class ProposeOrganisation {

  private final DeedRepository repository;
  private final Deeds deeds;
  private final RegisterOrganisation register;
  private final Organisations organisations;

  ProposeOrganisation(
      DeedRepository repository,
      Deeds deeds,
      RegisterOrganisation register,
      Organisations organisations) {
    this.repository = repository;
    this.deeds = deeds;
    this.register = register;
    this.organisations = organisations;
  }

  /**
   * @param parentId within the office
   * @param institutionKind a code such as SCHOOL, or null above the primary
   */
  public record Proposal(
      UUID parentId,
      Level level,
      boolean territorialRights,
      String name,
      String shortName,
      @Nullable String institutionKind) {}

  @Transactional
  public DeedOutcome propose(Office office, UUID key, Proposal proposal) {
    String hash = RequestHash.of(office.organisationId(), proposal);
    Optional<DeedOutcome> before = deeds.findDone(key, hash);
    if (before.isPresent()) {
      return before.get();
    }
    if (!DeedKind.PROPOSED.mayBeDoneBy(office.level())) {
      return new Refused(Reason.NOT_FOR_THIS_LEVEL);
    }
    Organisation parent = organisations.get(proposal.parentId());
    boolean fits =
        proposal.level().mayStandBelow(parent.level())
            && parent.status().isOpen()
            && organisations.isWithin(parent.id(), office.organisationId())
            && (!proposal.territorialRights() || proposal.level() == Level.PRIMARY);
    if (!fits) {
      return new Refused(Reason.WRONG_PARENT);
    }
    UUID id =
        register.register(
            new NewOrganisation(
                null,
                proposal.level(),
                parent.id(),
                proposal.name(),
                proposal.shortName(),
                proposal.institutionKind(),
                parent.zone(),
                null));
    if (proposal.territorialRights()) {
      repository.giveTerritorialRights(id);
    }
    deeds.record(office, key, hash, DeedKind.PROPOSED, id, null, null, null);
    return new Done(id);
  }
}
