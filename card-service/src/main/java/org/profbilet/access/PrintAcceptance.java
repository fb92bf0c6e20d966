package org.profbilet.access;

import jakarta.inject.Singleton;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import org.profbilet.organisations.Organisations;
import org.profbilet.printing.PdfPrinter;
import org.profbilet.printing.Template;

/** Prints the act by which a chair takes over (акт приёма-передачи): counts and two signatures. */
@Singleton
public class PrintAcceptance {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  private final ChairChangeRepository changes;
  private final Organisations organisations;
  private final PdfPrinter printer;

  PrintAcceptance(ChairChangeRepository changes, Organisations organisations, PdfPrinter printer) {
    this.changes = changes;
    this.organisations = organisations;
    this.printer = printer;
  }

  /**
   * @return the PDF
   * @throws NotYours where this primary has no such act
   */
  public byte[] print(UUID primaryId, UUID changeId) {
    ChairChange change = changes.find(changeId, primaryId).orElseThrow(NotYours::new);
    String primary = organisations.get(primaryId).name();
    return printer.print(
        Template.named("paper.html")
            .fill(
                Map.of(
                    "title", "Акт приёма-передачи дел председателя",
                    "under", Template.text(primary),
                    "content", content(change))));
  }

  private static String content(ChairChange change) {
    String former = change.formerName() == null ? "не назначен" : change.formerName();
    return "<p>Дата: "
        + DAY.format(change.changedAt().atZone(Access.MOSCOW))
        + "</p><p>Сдал(а): "
        + Template.text(former)
        + "</p><p>Принял(а): "
        + Template.text(change.newName())
        + "</p><table class=\"rows\"><tbody>"
        + row("Членов Профсоюза на учёте", change.people())
        + row("Действующих согласий на обработку данных", change.consents())
        + row("Билетов, которые ещё не выданы", change.cardsToIssue())
        + row("Заявок на билеты в работе", change.openOrders())
        + "</tbody></table>"
        + "<p>Вместе с делами переданы подписанные бланки согласий.</p>"
        + sign("Сдал(а)")
        + sign("Принял(а)");
  }

  private static String row(String words, int count) {
    return "<tr><td>%s</td><td class=\"number\">%d</td></tr>".formatted(words, count);
  }

  private static String sign(String who) {
    return "<p class=\"sign\">" + who + " <span class=\"line\">&#160;</span></p>";
  }
}
