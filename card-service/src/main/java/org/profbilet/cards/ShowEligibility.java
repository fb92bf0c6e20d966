package org.profbilet.cards;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import org.profbilet.access.Acting;
import org.profbilet.access.RowScope;

/** Shows the chair for whom a card can be ordered, and why not for the others. */
@Singleton
public class ShowEligibility {

  private final RowScope rowScope;
  private final EligibilityRepository repository;
  private final PriceRepository prices;
  private final OrderRepository orders;
  private final Today today;

  ShowEligibility(
      RowScope rowScope,
      EligibilityRepository repository,
      PriceRepository prices,
      OrderRepository orders,
      Today today) {
    this.rowScope = rowScope;
    this.repository = repository;
    this.prices = prices;
    this.orders = orders;
    this.today = today;
  }

  @Transactional
  public Eligibility show(Acting acting) {
    CardMove.ORDER.requireLevelOf(acting);
    rowScope.primary(acting.organisationId());
    List<Candidate> members =
        repository.listCandidates(acting.organisationId(), today.date()).stream()
            .filter(Candidate::member)
            .toList();
    return new Eligibility(
        new Kopecks(prices.findOn(today.date()).orElseThrow().kopecks()),
        members.stream().filter(member -> member.problem().isEmpty()).toList(),
        members.stream().filter(member -> member.problem().isPresent()).toList(),
        orders
            .findDraft(acting.organisationId())
            .map(id -> new Eligibility.Draft(id, orders.listLeftOut(id)))
            .orElse(null));
  }
}
