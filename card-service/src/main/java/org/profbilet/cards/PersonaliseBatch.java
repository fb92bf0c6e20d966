package org.profbilet.cards;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.contract.credential.CardSerial;
import org.profbilet.contract.credential.TicketNumber;

/**
 * Writes the personalisation file of a batch, packs in the order in which they are handed out. Only
 * while the batch is in production: the file holds the secrets of the cards.
 */
@Singleton
public class PersonaliseBatch {

  private static final List<String> COLUMNS =
      List.of(
          "batchNo",
          "seq",
          "ticketNumber",
          "cardSerial",
          "lastName",
          "firstName",
          "middleName",
          "regionLine",
          "code128",
          "qr",
          "inpo");

  private final RowScope rowScope;
  private final BatchRepository batches;
  private final OrderRepository orders;
  private final BatchReader reader;
  private final PlasticTokens tokens;
  private final Audit audit;

  PersonaliseBatch(
      RowScope rowScope,
      BatchRepository batches,
      OrderRepository orders,
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
  public Optional<String> write(Acting acting, UUID batchId) {
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
    return Optional.of(csv(batch, cards));
  }

  private String csv(Batch batch, List<PrintedCard> cards) {
    StringWriter file = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(file)) {
      csv.writeRecord(COLUMNS);
      for (int i = 0; i < cards.size(); i++) {
        csv.writeRecord(row(batch, i + 1, cards.get(i)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toString();
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
