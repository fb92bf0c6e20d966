package org.profbilet.privacy;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.access.RowScope;
import org.profbilet.organisations.Organisations;
import org.profbilet.printing.PdfPrinter;
import org.profbilet.printing.Template;

/**
 * The two papers that prove a destruction (order 179 of Roskomnadzor of 28.10.2022, in force since
 * 1 March 2023): the act, and the extract of the journal. Both are made from the journal whenever
 * they are asked for; the name is written by hand, for no table has it any more.
 */
@Singleton
public class PrintErasure {

  private static final String SYSTEM = "Профбилет — единый электронный профсоюзный билет";
  private static final String REASON =
      "отзыв согласия на обработку персональных данных (152-ФЗ, статья 21, часть 5)";
  private static final String METHOD =
      "удаление записей и замена значений в базе данных без возможности восстановления средствами системы";

  private final RowScope rowScope;
  private final ErasureRepository erasures;
  private final Organisations organisations;
  private final PdfPrinter printer;

  PrintErasure(
      RowScope rowScope,
      ErasureRepository erasures,
      Organisations organisations,
      PdfPrinter printer) {
    this.rowScope = rowScope;
    this.erasures = erasures;
    this.organisations = organisations;
    this.printer = printer;
  }

  /** What the papers are made of. */
  public record Journal(
      int number, UUID personId, String organisation, Instant doneAt, Map<String, Integer> rows) {

    public Journal {
      rows = Map.copyOf(rows);
    }
  }

  /**
   * @throws NotYours where this primary has no such erasure, or it is not done
   */
  @Transactional
  public Journal journal(Acting acting, UUID erasureId) {
    rowScope.primary(acting.organisationId());
    Erasure erasure =
        erasures
            .find(erasureId, acting.organisationId())
            .filter(found -> found.state() == Erasure.State.DONE)
            .orElseThrow(NotYours::new);
    return new Journal(
        erasure.number(),
        erasure.personId(),
        organisations.get(erasure.primaryId()).name(),
        Objects.requireNonNull(erasure.doneAt()),
        Objects.requireNonNull(erasure.destroyed()));
  }

  /** Акт об уничтожении персональных данных (PDF). */
  public byte[] act(Journal journal) {
    String rows =
        new TreeMap<>(journal.rows())
            .entrySet().stream()
                .map(
                    row ->
                        "<tr><td>%s</td><td class=\"number\">%d</td></tr>"
                            .formatted(Template.text(row.getKey()), row.getValue()))
                .collect(Collectors.joining());
    return printer.print(
        Template.named("erasure-act.html")
            .fill(
                Map.of(
                    "number", Integer.toString(journal.number()),
                    "organisation", Template.text(journal.organisation()),
                    "subject", journal.personId().toString(),
                    "rows", rows,
                    "system", SYSTEM,
                    "method", METHOD,
                    "reason", REASON,
                    "day", Days.day(journal.doneAt()),
                    "moment", Days.moment(journal.doneAt()))));
  }

  /** Выгрузка из журнала регистрации событий: CSV, UTF-8 with a mark, semicolons. */
  public byte[] extract(Journal journal) {
    String rows =
        new TreeMap<>(journal.rows())
            .entrySet().stream()
                .map(
                    row ->
                        String.join(
                            ";",
                            Integer.toString(journal.number()),
                            journal.personId().toString(),
                            quoted(row.getKey()),
                            row.getValue().toString(),
                            quoted(SYSTEM),
                            quoted(REASON),
                            quoted(Days.moment(journal.doneAt()))))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    String head =
        "\uFEFFАкт №;Запись о субъекте;Категория персональных данных;Записей уничтожено;"
            + "Информационная система;Причина уничтожения;Дата и время\r\n";
    return (head + rows).getBytes(StandardCharsets.UTF_8);
  }

  private static String quoted(String words) {
    return '"' + words.replace("\"", "\"\"") + '"';
  }
}
