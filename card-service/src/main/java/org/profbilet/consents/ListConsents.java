package org.profbilet.consents;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.profbilet.access.Acting;
import org.profbilet.access.RowScope;

/** Shows the chair every member on record and her decisions, those who have not decided first. */
@Singleton
public class ListConsents {

  private final RowScope rowScope;
  private final LedgerRepository repository;
  private final Today today;

  ListConsents(RowScope rowScope, LedgerRepository repository, Today today) {
    this.rowScope = rowScope;
    this.repository = repository;
    this.today = today;
  }

  @Transactional
  public List<MemberConsents> list(Acting acting, Purpose purpose) {
    rowScope.primary(acting.organisationId());
    Map<UUID, List<CurrentConsent>> decisions =
        repository.listCurrent(acting.organisationId(), purpose).stream()
            .collect(Collectors.groupingBy(CurrentConsent::personId));
    return repository.listMembers(acting.organisationId(), today.date()).stream()
        .map(
            member ->
                new MemberConsents(member, decisions.getOrDefault(member.personId(), List.of())))
        .sorted(Comparator.comparing(member -> !member.isMissing(purpose)))
        .toList();
  }

  /** Only those who have not decided about something of the purpose. */
  @Transactional
  public List<MemberConsents> listMissing(Acting acting, Purpose purpose) {
    return list(acting, purpose).stream().filter(member -> member.isMissing(purpose)).toList();
  }
}
