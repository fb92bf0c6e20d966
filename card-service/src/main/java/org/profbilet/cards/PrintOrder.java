package org.profbilet.cards;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.printing.PdfPrinter;
import org.profbilet.printing.Template;

/** Prints an order for signature: counts and money, the sum in words. */
@Singleton
public class PrintOrder {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd.MM.yyyy").withZone(ZoneId.of("Europe/Moscow"));

  private final ListOrders listOrders;
  private final PdfPrinter printer;

  PrintOrder(ListOrders listOrders, PdfPrinter printer) {
    this.listOrders = listOrders;
    this.printer = printer;
  }

  /**
   * @throws NotYours where the primary has no such order
   */
  public byte[] print(Acting acting, UUID orderId) {
    OrderSummary order =
        listOrders.list(acting, null).stream()
            .filter(mine -> mine.id().equals(orderId))
            .findFirst()
            .orElseThrow(NotYours::new);
    return printer.print(
        Template.named("paper.html")
            .fill(
                Map.of(
                    "title", "Заявка на выпуск билетов № " + order.number(),
                    "under", "от " + DAY.format(order.createdAt()),
                    "content", content(order))));
  }

  private static String content(OrderSummary order) {
    return """
        <table class="rows"><tbody>
        <tr><th>Первичная организация</th><td>%s, ИНПО %s</td></tr>
        <tr><th>Плательщик</th><td>%s</td></tr>
        <tr><th>Количество билетов</th><td>%d</td></tr>
        <tr><th>Цена одного билета</th><td>%s руб.</td></tr>
        <tr><th>Сумма</th><td>%s руб.<br/>%s</td></tr>
        </tbody></table>
        <p class="sign">Председатель первичной организации <span class="line">&#160;</span></p>
        <p class="sign">Согласовано: %s <span class="line">&#160;</span></p>
        """
        .formatted(
            Template.text(order.primaryName()),
            Template.text(order.primaryInpo()),
            Template.text(order.payerName()),
            order.cardCount(),
            roubles(order.priceKopecks()),
            roubles(order.sumKopecks()),
            SumInWords.of(new Kopecks(order.sumKopecks())),
            Template.text(order.payerName()));
  }

  private static String roubles(long kopecks) {
    return "%d,%02d".formatted(kopecks / 100, kopecks % 100);
  }
}
