package org.profbilet.cards;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.access.RowScope;
import org.profbilet.requests.IdList;

/** Remembers which cards stand on a printed sheet, so that its code opens them and no others. */
@Singleton
public class IssueSheets {

  private final RowScope rowScope;
  private final IssueSheetRepository sheets;
  private final Clock clock;

  IssueSheets(RowScope rowScope, IssueSheetRepository sheets, Clock clock) {
    this.rowScope = rowScope;
    this.sheets = sheets;
    this.clock = clock;
  }

  /**
   * The same cards make the same sheet, however often it is printed.
   *
   * @return the id of the sheet
   */
  @Transactional
  UUID keep(Acting acting, List<UUID> cardIds) {
    rowScope.primary(acting.organisationId());
    String ids = IdList.of(cardIds.stream().sorted().toList());
    UUID id = UUID.nameUUIDFromBytes(ids.getBytes(StandardCharsets.US_ASCII));
    sheets.insert(id, acting.organisationId(), ids, clock.instant());
    return id;
  }

  /**
   * @return the cards of a sheet of this primary, or nothing where there is none
   */
  @Transactional
  public Optional<List<UUID>> find(Acting acting, UUID sheetId) {
    rowScope.primary(acting.organisationId());
    List<UUID> cards = sheets.listCards(sheetId, acting.organisationId());
    return cards.isEmpty() ? Optional.empty() : Optional.of(cards);
  }
}
