package org.profbilet.consents;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.organisations.Organisations;
import org.profbilet.requests.IdList;
import org.profbilet.requests.RequestHash;

/** Finds whose papers to print and gives each a sheet; the printing itself needs no transaction. */
@Singleton
class PrepareSheets {

  static final int PACK = 100;

  private final RowScope rowScope;
  private final LedgerRepository ledger;
  private final SheetRepository sheets;
  private final ConsentTexts texts;
  private final Organisations organisations;
  private final Audit audit;
  private final Today today;
  private final Clock clock;

  PrepareSheets(
      RowScope rowScope,
      LedgerRepository ledger,
      SheetRepository sheets,
      ConsentTexts texts,
      Organisations organisations,
      Audit audit,
      Today today,
      Clock clock) {
    this.rowScope = rowScope;
    this.ledger = ledger;
    this.sheets = sheets;
    this.texts = texts;
    this.organisations = organisations;
    this.audit = audit;
    this.today = today;
    this.clock = clock;
  }

  /**
   * Everything that is printed.
   *
   * @param listNumber under which the chair finds these sheets again; 0 where there are none
   */
  record Prepared(ConsentText text, String primaryName, int listNumber, List<Page> pages) {}

  /** One paper of one member. */
  record Page(MemberName member, UUID sheetId) {}

  @Transactional
  Prepared prepare(Acting acting, Purpose purpose, Set<UUID> personIds, int pack) {
    rowScope.primary(acting.organisationId());
    List<MemberName> members = choose(acting, purpose, personIds, pack);
    ConsentText text = texts.inForceToday(purpose);
    Map<UUID, UUID> sheetIds = sheetIds(acting, members, text);
    audit.record(
        acting.accountId(),
        acting.organisationId(),
        "CONSENT_SHEETS_PRINTED",
        null,
        Map.of("purpose", purpose.name(), "sheets", members.size()));
    return new Prepared(
        text,
        organisations.get(acting.organisationId()).name(),
        members.isEmpty() ? 0 : listNumber(acting, text, sheetIds.values()),
        members.stream()
            .map(
                member -> new Page(member, Objects.requireNonNull(sheetIds.get(member.personId()))))
            .toList());
  }

  private List<MemberName> choose(Acting acting, Purpose purpose, Set<UUID> personIds, int pack) {
    List<MemberName> members = ledger.listMembers(acting.organisationId(), today.date());
    if (!personIds.isEmpty()) {
      List<MemberName> named =
          members.stream().filter(member -> personIds.contains(member.personId())).toList();
      if (named.size() != personIds.size()) {
        throw new NotYours();
      }
      return pack(named, pack);
    }
    Map<UUID, List<CurrentConsent>> decisions =
        ledger.listCurrent(acting.organisationId(), purpose).stream()
            .collect(Collectors.groupingBy(CurrentConsent::personId));
    return pack(
        members.stream()
            .map(m -> new MemberConsents(m, decisions.getOrDefault(m.personId(), List.of())))
            .filter(member -> member.isMissing(purpose))
            .map(MemberConsents::member)
            .toList(),
        pack);
  }

  private static List<MemberName> pack(List<MemberName> members, int pack) {
    return members.stream().skip((long) (pack - 1) * PACK).limit(PACK).toList();
  }

  /** One sheet printed once more stays on the list it was on. */
  private int listNumber(Acting acting, ConsentText text, Collection<UUID> sheetIds) {
    UUID primaryId = acting.organisationId();
    Optional<Integer> earlier =
        sheetIds.size() == 1
            ? sheets.findListNumber(primaryId, sheetIds.iterator().next())
            : Optional.empty();
    return earlier.orElseGet(() -> keepList(primaryId, text, sheetIds));
  }

  private int keepList(UUID primaryId, ConsentText text, Collection<UUID> sheetIds) {
    String hash = RequestHash.of(text.id(), IdList.of(sheetIds.stream().sorted().toList()));
    UUID listId = UuidCreator.getTimeOrderedEpoch();
    if (sheets.insertList(listId, primaryId, text.id(), hash, clock.instant()) == 1) {
      sheets.fillList(listId, IdList.of(sheetIds), primaryId);
    }
    return sheets.getListNumber(primaryId, hash);
  }

  private Map<UUID, UUID> sheetIds(Acting acting, List<MemberName> members, ConsentText text) {
    List<UUID> personIds = members.stream().map(MemberName::personId).toList();
    List<UUID> fresh = personIds.stream().map(person -> UuidCreator.getTimeOrderedEpoch()).toList();
    sheets.insertMissing(
        IdList.of(fresh),
        IdList.of(personIds),
        acting.organisationId(),
        text.id(),
        clock.instant());
    return sheets.list(IdList.of(personIds), text.id()).stream()
        .collect(Collectors.toMap(Sheet::personId, Sheet::id));
  }
}
