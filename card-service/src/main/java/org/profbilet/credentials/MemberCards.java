package org.profbilet.credentials;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.profbilet.organisations.Level;
import org.profbilet.organisations.Organisation;
import org.profbilet.organisations.Organisations;

/** Gathers what a member sees on her phone. The caller has opened her rows. */
@Singleton
class MemberCards {

  private final HolderRepository holders;
  private final Organisations organisations;

  MemberCards(HolderRepository holders, Organisations organisations) {
    this.holders = holders;
    this.organisations = organisations;
  }

  MemberCard of(Holder holder) {
    List<Organisation> path = organisations.listFromTheTopTo(holder.primaryId());
    Optional<PlasticCopy> plastic = holders.findNewestCopy(holder.id());
    return new MemberCard(
        holder.fullName(),
        holder.ticketNumber(),
        holder.state(),
        holder.member() ? null : holder.endedOn(),
        path.get(0).name(),
        path.get(path.size() - 1).name(),
        path.stream().filter(above -> above.level() == Level.LOCAL).findFirst().orElse(null),
        plastic.map(PlasticCopy::status).orElse(null),
        plastic.map(copy -> holders.listSteps(copy.id())).orElse(List.of()));
  }
}
