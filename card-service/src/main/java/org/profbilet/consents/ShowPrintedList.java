package org.profbilet.consents;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.access.RowScope;
import org.profbilet.consents.SheetRepository.PrintedList;

/**
 * Opens the list whose sheets were printed together, by the code of one of its sheets or by the
 * number in the corner: what comes back from a meeting as a pile is ticked as one list.
 */
@Singleton
public class ShowPrintedList {

  private final RowScope rowScope;
  private final SheetRepository sheets;
  private final LedgerRepository repository;
  private final Today today;

  ShowPrintedList(
      RowScope rowScope, SheetRepository sheets, LedgerRepository repository, Today today) {
    this.rowScope = rowScope;
    this.sheets = sheets;
    this.repository = repository;
    this.today = today;
  }

  /**
   * @param textVersion the words on these sheets
   * @param members those still on record, undecided ones first, then by surname
   */
  public record Found(
      int number,
      Purpose purpose,
      String textVersion,
      Instant printedAt,
      List<MemberConsents> members) {

    public Found {
      members = List.copyOf(members);
    }
  }

  /**
   * @throws NotYours where this primary has printed no such list
   */
  @Transactional
  public Found byNumber(Acting acting, int number) {
    rowScope.primary(acting.organisationId());
    return open(acting.organisationId(), number);
  }

  /**
   * @throws NotYours where this primary has printed no such sheet
   */
  @Transactional
  public Found bySheet(Acting acting, UUID sheetId) {
    UUID primaryId = acting.organisationId();
    rowScope.primary(primaryId);
    return open(primaryId, sheets.findListNumber(primaryId, sheetId).orElseThrow(NotYours::new));
  }

  private Found open(UUID primaryId, int number) {
    PrintedList list = sheets.findList(primaryId, number).orElseThrow(NotYours::new);
    Set<UUID> people = Set.copyOf(sheets.listPeople(primaryId, number));
    Map<UUID, List<CurrentConsent>> decisions =
        repository.listCurrent(primaryId, list.purpose()).stream()
            .collect(Collectors.groupingBy(CurrentConsent::personId));
    List<MemberConsents> members =
        repository.listMembers(primaryId, today.date()).stream()
            .filter(member -> people.contains(member.personId()))
            .map(m -> new MemberConsents(m, decisions.getOrDefault(m.personId(), List.of())))
            .sorted(Comparator.comparing(member -> !member.isMissing(list.purpose())))
            .toList();
    return new Found(list.number(), list.purpose(), list.version(), list.printedAt(), members);
  }
}
