package org.profbilet.cards.production;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.cards.BatchState;
import org.profbilet.cards.CardMove;
import org.profbilet.cards.PlasticTokens;
import org.profbilet.contract.credential.CardSerial;
import org.profbilet.contract.credential.TicketNumber;

/**
 * Reads what is printed on the cards of a batch, packs in the order in which they are handed out.
 * Only while the batch is in production: the file holds the secrets of the cards.
 */
@Singleton
public class PersonaliseBatch {

  private final RowScope rowScope;
  private final BatchRepository batches;
  private final BatchedOrders orders;
  private final BatchReader reader;
  private final PlasticTokens tokens;
  private final Audit audit;

  PersonaliseBatch(
      RowScope rowScope,
      BatchRepository batches,
      BatchedOrders orders,
      BatchReader reader,
      PlasticTokens tokens,
      Audit audit) {
    this.rowScope = rowScope;
    this.batches = batches;
    this.orders = orders;
    this.reader = reader;
    this.tokens = tokens;
    this.audit = audit;
  }

  /**
   * @return the file, or nothing where the batch is not in production
   */
  @Transactional
  public Optional<PersonalisationFile> read(Acting acting, UUID batchId) {
    CardMove.PRODUCE.requireLevelOf(acting);
    Batch batch = batches.findById(batchId).orElseThrow(NotYours::new);
    if (batch.state() != BatchState.IN_PRODUCTION) {
      return Optional.empty();
    }
    rowScope.orders(orders.listIdsOfBatch(batchId));
    List<PrintedCard> cards = reader.listPrinted(batchId);
    audit.record(
        acting.accountId(),
        acting.organisationId(),
        "BATCH_PERSONALISATION_READ",
        batchId,
        Map.of("cards", cards.size()));
    return Optional.of(
        new PersonalisationFile(
            IntStream.range(0, cards.size())
                .mapToObj(place -> row(batch, place + 1, cards.get(place)))
                .toList()));
  }

  private List<String> row(Batch batch, int sequence, PrintedCard card) {
    String middleName = card.middleName();
    return List.of(
        Integer.toString(batch.number()),
        Integer.toString(sequence),
        card.ticketNumber(),
        card.serial(),
        card.lastName(),
        card.firstName(),
        middleName == null ? "" : middleName,
        card.regionName(),
        card.ticketNumber(),
        tokens.of(new TicketNumber(card.ticketNumber()), new CardSerial(card.serial())).text(),
        card.inpo());
  }
}
