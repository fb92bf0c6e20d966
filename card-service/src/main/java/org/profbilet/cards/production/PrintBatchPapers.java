package org.profbilet.cards.production;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.access.RowScope;
import org.profbilet.printing.PdfPrinter;
import org.profbilet.printing.Template;

/** Prints the papers that go with cards: the act with its ranges of numbers, and packing lists. */
@Singleton
public class PrintBatchPapers {

  private final RowScope rowScope;
  private final ListBatches listBatches;
  private final BatchedOrders orders;
  private final HopRepository hops;
  private final PdfPrinter printer;

  PrintBatchPapers(
      RowScope rowScope,
      ListBatches listBatches,
      BatchedOrders orders,
      HopRepository hops,
      PdfPrinter printer) {
    this.rowScope = rowScope;
    this.listBatches = listBatches;
    this.orders = orders;
    this.hops = hops;
    this.printer = printer;
  }

  /**
   * The act of a batch: every pack with its count and range of numbers, and the sum.
   *
   * @throws NotYours where this organisation has no such batch
   */
  @Transactional
  public byte[] act(Acting acting, UUID batchId) {
    BatchSummary batch = listBatches.get(acting, batchId);
    rowScope.orders(orders.listIdsOfBatch(batchId));
    List<Pack> packs = hops.listPacks(batchId);
    return print(
        "Акт передачи билетов, партия № " + batch.number(),
        "Получатель: " + batch.regionName(),
        """
        <table class="rows"><thead><tr><th class="number">№</th><th>Первичная организация</th><th>Заявка</th>
        <th class="number">Билетов</th><th>Номера билетов</th></tr></thead><tbody>%s</tbody></table>
        <p><b>Всего билетов: %d, упаковок: %d</b></p>
        <p class="sign">Передал(а) <span class="line">&#160;</span></p>
        <p class="sign">Принял(а), пересчитано <span class="line">&#160;</span></p>
        """
            .formatted(
                IntStream.range(0, packs.size())
                    .mapToObj(place -> row(place + 1, packs.get(place)))
                    .collect(Collectors.joining()),
                packs.stream().mapToInt(Pack::cards).sum(),
                packs.size()));
  }

  /**
   * The list in the pack of one order: numbers only, in the order of the cards.
   *
   * @throws NotYours where the batch has no pack of this order, or is another region's
   */
  @Transactional
  public byte[] packingList(Acting acting, UUID batchId, UUID orderId) {
    listBatches.get(acting, batchId);
    rowScope.orders(orders.listIdsOfBatch(batchId));
    Pack pack =
        hops.listPacks(batchId).stream()
            .filter(one -> one.orderId().equals(orderId))
            .findFirst()
            .orElseThrow(NotYours::new);
    List<String> copies = hops.listCopies(orderId);
    String rows =
        copies.stream()
            .map(copy -> "<li>%s</li>".formatted(Template.text(copy)))
            .collect(Collectors.joining());
    return print(
        "Упаковочный лист к заявке № " + pack.number(),
        "%s, ИНПО %s. Билетов: %d".formatted(pack.primaryName(), pack.inpo(), copies.size()),
        "<ol>"
            + rows
            + "</ol><p class=\"sign\">Пересчитал(а) <span class=\"line\">&#160;</span></p>");
  }

  private static String row(int place, Pack pack) {
    return "<tr><td class=\"number\">%d</td><td>%s, ИНПО %s<br/>%s</td><td>№ %d</td><td class=\"number\">%d</td><td>%s – %s</td></tr>"
        .formatted(
            place,
            Template.text(pack.primaryName()),
            Template.text(pack.inpo()),
            Template.text(pack.payerName()),
            pack.number(),
            pack.cards(),
            pack.firstNumber(),
            pack.lastNumber());
  }

  private byte[] print(String title, String under, String content) {
    return printer.print(
        Template.named("paper.html")
            .fill(
                Map.of(
                    "title", title,
                    "under", Template.text(under),
                    "content", content)));
  }
}
