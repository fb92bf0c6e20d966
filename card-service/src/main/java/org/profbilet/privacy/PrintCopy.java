package org.profbilet.privacy;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;
import org.profbilet.printing.PdfPrinter;
import org.profbilet.printing.Template;

/** A copy of a person's data on paper. */
@Singleton
public class PrintCopy {

  private final PdfPrinter printer;

  PrintCopy(PdfPrinter printer) {
    this.printer = printer;
  }

  public byte[] print(DataCopy copy) {
    return printer.print(
        Template.named("paper.html")
            .fill(
                Map.of(
                    "title",
                    "Копия персональных данных",
                    "under",
                    "Составлена " + Days.moment(copy.madeAt()),
                    "content",
                    copy.sections().stream()
                        .map(PrintCopy::section)
                        .collect(Collectors.joining()))));
  }

  private static String section(DataCopy.Section section) {
    return "<h2>%s</h2><table class=\"rows\"><tbody>%s</tbody></table>"
        .formatted(
            Template.text(section.title()),
            section.lines().stream()
                .map(
                    line ->
                        "<tr><td>%s</td><td>%s</td></tr>"
                            .formatted(Template.text(line.name()), Template.text(line.value())))
                .collect(Collectors.joining()));
  }
}
