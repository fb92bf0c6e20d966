package org.profbilet.cards;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.organisations.Organisations;
import org.profbilet.printing.PdfPrinter;
import org.profbilet.printing.QrImage;
import org.profbilet.printing.Template;

/**
 * Prints the list that members sign when the chair hands out their cards (ведомость выдачи). Its QR
 * opens exactly this list on the desk, to be marked «всех, кроме…».
 */
@Singleton
public class PrintIssueSheet {

  private static final String HEAD =
      "<thead><tr><th class=\"number\">№</th><th>Фамилия, имя, отчество</th><th>Номер билета</th>"
          + "<th>Основание</th><th style=\"width:18mm\">Дата</th><th style=\"width:30mm\">Подпись</th>"
          + "</tr></thead>";

  private final ListCards listCards;
  private final IssueSheets sheets;
  private final String publicUrl;
  private final Organisations organisations;
  private final PdfPrinter printer;

  PrintIssueSheet(
      ListCards listCards,
      IssueSheets sheets,
      @Value("${profbilet.public-url:`http://localhost:8080`}") String publicUrl,
      Organisations organisations,
      PdfPrinter printer) {
    this.listCards = listCards;
    this.sheets = sheets;
    this.publicUrl = publicUrl;
    this.organisations = organisations;
    this.printer = printer;
  }

  /**
   * @return the PDF, or nothing where no card waits at the primary
   */
  public Optional<byte[]> print(Acting acting) {
    List<CardSummary> all = listCards.list(acting);
    List<CardSummary> waiting =
        all.stream().filter(card -> card.status() == CardStatus.AT_PRIMARY).toList();
    if (waiting.isEmpty()) {
      return Optional.empty();
    }
    UUID sheetId = sheets.keep(acting, waiting.stream().map(CardSummary::id).toList());
    String primary = organisations.get(acting.organisationId()).name();
    return Optional.of(
        printer.print(
            Template.named("paper.html")
                .fill(
                    Map.of(
                        "title",
                        "Ведомость выдачи электронных профсоюзных билетов",
                        "under",
                        Template.text(primary),
                        "content",
                        code(sheetId) + table(waiting, all)))));
  }

  private String code(UUID sheetId) {
    return """
    <table class="code"><tr><td><img style="width:24mm;height:24mm" src="%s"/></td>
    <td>После выдачи откройте этот список по коду<br/>и отметьте всех, кроме тех, кто не пришёл.</td></tr></table>
    """
        .formatted(QrImage.dataUri(publicUrl + "/desk#sheet/" + sheetId));
  }

  private static String table(List<CardSummary> cards, List<CardSummary> all) {
    StringBuilder rows = new StringBuilder("<table class=\"rows\">").append(HEAD).append("<tbody>");
    for (int i = 0; i < cards.size(); i++) {
      rows.append(row(i + 1, cards.get(i), basis(cards.get(i), all)));
    }
    return rows.append("</tbody></table>")
        .append("<p class=\"sign\">Выдал(а): председатель <span class=\"line\">&#160;</span></p>")
        .toString();
  }

  /** Why she gets this copy: what became of the plastic one that she had before. */
  private static String basis(CardSummary card, List<CardSummary> all) {
    return all.stream()
        .filter(earlier -> earlier.personId().equals(card.personId()))
        .filter(earlier -> earlier.medium() == CardMedium.PLASTIC && earlier.issuedOn() != null)
        .filter(earlier -> earlier.serial().compareTo(card.serial()) < 0)
        .max(Comparator.comparing(CardSummary::serial))
        .map(
            earlier ->
                earlier.status() == CardStatus.LOST ? "взамен утраченного" : "взамен прежнего")
        .orElse("впервые");
  }

  private static String row(int number, CardSummary card, String basis) {
    String middle = card.middleName();
    String name = card.lastName() + " " + card.firstName() + (middle == null ? "" : " " + middle);
    return "<tr><td class=\"number\">%d</td><td>%s</td><td>%s</td><td>%s</td><td></td><td></td></tr>"
        .formatted(number, Template.text(name), Template.text(card.ticketNumber()), basis);
  }
}
