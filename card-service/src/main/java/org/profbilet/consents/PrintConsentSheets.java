package org.profbilet.consents;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.consents.PrepareSheets.Page;
import org.profbilet.consents.PrepareSheets.Prepared;
import org.profbilet.printing.PdfPrinter;
import org.profbilet.printing.QrImage;
import org.profbilet.printing.Template;

/** Prints papers to sign: one purpose, one member a page (separate documents, 156-ФЗ). */
@Singleton
public class PrintConsentSheets {

  private static final String BLANK = "<span class=\"blank\">&#160;</span>";
  private static final String BOX = "<span class=\"box\">&#160;</span>";

  private final PrepareSheets prepareSheets;
  private final PdfPrinter printer;
  private final String operatorAddress;
  private final String partnerAddress;

  /**
   * @param operatorAddress of the Union; a line to fill by hand where it is not set
   * @param partnerAddress of ООО «ФИНФОРТ»; likewise
   */
  PrintConsentSheets(
      PrepareSheets prepareSheets,
      PdfPrinter printer,
      @Value("${profbilet.consents.operator-address:}") String operatorAddress,
      @Value("${profbilet.consents.partner-address:}") String partnerAddress) {
    this.prepareSheets = prepareSheets;
    this.printer = printer;
    this.operatorAddress = operatorAddress;
    this.partnerAddress = partnerAddress;
  }

  /**
   * @param personIds whose papers; all who have not decided where it is empty
   * @param pack which hundred of them, from 1
   * @return the PDF, or nothing where nobody is left in this pack
   * @throws NotYours where one of the persons is not on record here
   */
  public Optional<byte[]> print(Acting acting, Purpose purpose, Set<UUID> personIds, int pack) {
    Prepared prepared = prepareSheets.prepare(acting, purpose, personIds, pack);
    return prepared.pages().isEmpty()
        ? Optional.empty()
        : Optional.of(printer.print(document(prepared)));
  }

  private String document(Prepared prepared) {
    List<Page> pages = prepared.pages();
    String sheets =
        IntStream.range(0, pages.size())
            .mapToObj(i -> sheet(prepared, pages.get(i), i == pages.size() - 1))
            .collect(Collectors.joining());
    return Template.named("consents.html")
        .fill(Map.of("title", Template.text(prepared.text().title()), "sheets", sheets));
  }

  private String sheet(Prepared prepared, Page page, boolean last) {
    ConsentText text = prepared.text();
    return Template.named("consent-sheet.html")
        .fill(
            Map.of(
                "last", last ? "last" : "",
                "qr", QrImage.dataUri("consent:" + page.sheetId()),
                "version", Template.text(text.version()),
                "list", Integer.toString(prepared.listNumber()),
                "title", Template.text(text.title()),
                "body", body(text, page.member(), prepared.primaryName())));
  }

  private String body(ConsentText text, MemberName member, String primaryName) {
    String paragraphs =
        Stream.of(Template.text(text.body()).split("\n\n"))
            .map(paragraph -> "<p>" + paragraph.replace("\n", "<br/>") + "</p>")
            .collect(Collectors.joining());
    return paragraphs
        .replace("{blank}", BLANK)
        .replace("{box}", BOX)
        .replace("{operator_address}", orBlank(operatorAddress))
        .replace("{partner_address}", orBlank(partnerAddress))
        .replace("{primary}", Template.text(primaryName))
        .replace("{person}", "<b>" + Template.text(member.full()) + "</b>");
  }

  private static String orBlank(String address) {
    return address.isBlank() ? BLANK : Template.text(address);
  }
}
