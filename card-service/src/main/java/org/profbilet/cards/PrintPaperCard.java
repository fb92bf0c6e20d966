package org.profbilet.cards;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.audit.Audit;
import org.profbilet.contract.credential.CardSerial;
import org.profbilet.contract.credential.TicketNumber;
import org.profbilet.organisations.Level;
import org.profbilet.organisations.Organisation;
import org.profbilet.organisations.Organisations;
import org.profbilet.printing.BarcodeImage;
import org.profbilet.printing.PdfPrinter;
import org.profbilet.printing.QrImage;
import org.profbilet.printing.Template;

/**
 * Prints a card on paper: one of 85.6 × 54 mm to fold and one of A6 for large print, with marks to
 * cut along. Only a card on paper that is in force: the secret of plastic never comes to a desk.
 */
@Singleton
public class PrintPaperCard {

  private final ShowCard showCard;
  private final Organisations organisations;
  private final PlasticTokens tokens;
  private final PdfPrinter printer;
  private final Audit audit;

  PrintPaperCard(
      ShowCard showCard,
      Organisations organisations,
      PlasticTokens tokens,
      PdfPrinter printer,
      Audit audit) {
    this.showCard = showCard;
    this.organisations = organisations;
    this.tokens = tokens;
    this.printer = printer;
    this.audit = audit;
  }

  /**
   * @return the PDF, or nothing where this is no card on paper in force
   */
  public Optional<byte[]> print(Acting acting, UUID cardId) {
    CardMove.PRINT_ON_PAPER.requireLevelOf(acting);
    CardSummary card = showCard.show(acting, cardId).card();
    if (card.medium() != CardMedium.PAPER || card.status() != CardStatus.ISSUED) {
      return Optional.empty();
    }
    audit.record(
        acting.accountId(), acting.organisationId(), "CARD_PAPER_PRINTED", cardId, Map.of());
    String code =
        tokens.of(new TicketNumber(card.ticketNumber()), new CardSerial(card.serial())).text();
    return Optional.of(
        printer.print(
            Template.named("paper-card.html")
                .fill(
                    Map.of(
                        "lastName", Template.text(card.lastName()),
                        "names", Template.text(names(card)),
                        "region", Template.text(region(acting.organisationId())),
                        "number", inFours(card.ticketNumber()),
                        "serial", card.serial(),
                        "qr", QrImage.dataUri(code),
                        "bars", BarcodeImage.code128(card.ticketNumber())))));
  }

  private String region(UUID primaryId) {
    return organisations
        .findAbove(primaryId, Level.REGIONAL)
        .map(Organisation::shortName)
        .orElse("");
  }

  private static String names(CardSummary card) {
    String middle = card.middleName();
    return card.firstName() + (middle == null ? "" : " " + middle);
  }

  private static String inFours(String number) {
    return number.replaceAll("(\\d{4})(?=\\d)", "$1 ");
  }
}
