package org.profbilet.meetings.sittings;

import static org.profbilet.printing.Template.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.profbilet.contract.chair.ElectedBody;
import org.profbilet.contract.chair.NewSittingPaper;
import org.profbilet.contract.chair.QuorumFigures;
import org.profbilet.contract.chair.QuorumShare;
import org.profbilet.contract.chair.Sittings;
import org.profbilet.meetings.Phrases;
import org.profbilet.meetings.scans.ConflictRow;
import org.profbilet.printing.Template;

/**
 * The words of a paper, as XHTML: what is hashed and kept.
 *
 * @param meeting its title
 * @param zone of the meeting: its hours, not ours
 * @param snapshots and votes as the hall sees them
 */
record PaperWords(
    String meeting,
    ZoneId zone,
    Instant at,
    int version,
    Roll roll,
    List<Sittings.Snapshot> snapshots,
    List<Sittings.Vote> votes,
    List<ElectedBody.Act> acts,
    List<ConflictRow> conflicts,
    List<String> signers) {

  private static final Template REPORT = Template.named("sitting-report.html");
  private static final Template PROTOCOL = Template.named("sitting-protocol.html");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT);

  String of(NewSittingPaper.Kind kind) {
    return switch (kind) {
      case MANDATE_REPORT -> report();
      case PROTOCOL -> protocol();
    };
  }

  private String report() {
    QuorumFigures figures = roll.figures();
    return REPORT.fill(
        Map.ofEntries(
            Map.entry("body", text(roll.body().name())),
            Map.entry("meeting", text(meeting)),
            Map.entry("moment", moment(at)),
            Map.entry("version", String.valueOf(version)),
            Map.entry("elected", count(RollRow::decides)),
            Map.entry("confirmed", count(RollRow::isConfirmed)),
            Map.entry("deciding", count(row -> row.isConfirmed() && row.decides())),
            Map.entry("advising", count(row -> row.isConfirmed() && !row.decides())),
            Map.entry("present", String.valueOf(figures.confirmed())),
            Map.entry("absent", String.valueOf(figures.base() - figures.confirmed())),
            Map.entry("advisory", String.valueOf(figures.advisory())),
            Map.entry("share", share(roll.body().share())),
            Map.entry("base", String.valueOf(figures.base())),
            Map.entry("baseKind", Phrases.of("base." + roll.body().base())),
            Map.entry("needed", String.valueOf(figures.needed())),
            Map.entry("verdict", Phrases.of("verdict." + figures.verdict())),
            Map.entry("organisations", organisations(figures)),
            Map.entry("notMembers", String.valueOf(figures.notMembers())),
            Map.entry("groups", rows(Groups.of(roll.present(), year()), PaperWords::group)),
            Map.entry("delegations", rows(roll.delegations(), PaperWords::delegation)),
            Map.entry("acts", rows(acts, PaperWords::act)),
            Map.entry("signers", signatures())));
  }

  private String protocol() {
    QuorumFigures figures = roll.figures();
    return PROTOCOL.fill(
        Map.ofEntries(
            Map.entry("body", text(roll.body().name())),
            Map.entry("meeting", text(meeting)),
            Map.entry("moment", moment(at)),
            Map.entry("version", String.valueOf(version)),
            Map.entry("share", share(roll.body().share())),
            Map.entry("base", String.valueOf(figures.base())),
            Map.entry("baseKind", Phrases.of("base." + roll.body().base())),
            Map.entry("needed", String.valueOf(figures.needed())),
            Map.entry("present", String.valueOf(figures.confirmed())),
            Map.entry("snapshots", rows(snapshots, this::snapshot)),
            Map.entry("votes", rows(votes, PaperWords::vote)),
            Map.entry("acts", rows(acts, PaperWords::act)),
            Map.entry("people", rows(roll.present(), PaperWords::person)),
            Map.entry("conflicts", rows(conflicts, PaperWords::conflict)),
            Map.entry("signers", signatures())));
  }

  private String count(Predicate<RollRow> which) {
    return String.valueOf(roll.rows().stream().filter(which).count());
  }

  private int year() {
    return at.atZone(zone).getYear();
  }

  private String moment(Instant moment) {
    return MOMENT.format(moment.atZone(zone));
  }

  private static String share(QuorumShare share) {
    return Phrases.of(
        share.moreThan() ? "share.more" : "share.least",
        String.valueOf(share.numerator()),
        String.valueOf(share.denominator()));
  }

  private String organisations(QuorumFigures figures) {
    QuorumShare second = roll.body().shareOfOrganisations();
    return second == null
        ? ""
        : Phrases.of(
            "organisations",
            String.valueOf(figures.organisations()),
            String.valueOf(figures.organisationsBase()),
            share(second),
            String.valueOf(figures.organisationsNeeded()));
  }

  private static String group(Groups.Group group) {
    return cells(group.name(), group.count());
  }

  private static String delegation(Sittings.Delegation one) {
    return cells(one.organisation(), one.base(), one.present());
  }

  private static String act(ElectedBody.Act act) {
    return cells(
        Phrases.of("act." + act.act()),
        act.number() == null ? "" : act.number(),
        act.decision(),
        act.baseBefore(),
        act.baseAfter());
  }

  private String snapshot(Sittings.Snapshot one) {
    QuorumFigures figures = one.figures();
    return cells(
        one.number(),
        moment(one.at()),
        one.reason(),
        figures.base(),
        figures.needed(),
        figures.confirmed(),
        figures.possible(),
        Phrases.of("verdict." + figures.verdict()),
        one.signers().isEmpty()
            ? Phrases.of("scanned")
            : Phrases.of("counted", one.signers().get(0), one.signers().get(1)));
  }

  private static String vote(Sittings.Vote vote) {
    return cells(
        vote.question(),
        Phrases.of("secret." + vote.secret()),
        vote.snapshot(),
        vote.issued(),
        vote.inFavour(),
        vote.against(),
        vote.abstained());
  }

  private static String person(RollRow row) {
    return cells(row.number() == null ? "" : row.number(), row.fullName(), row.sender());
  }

  private static String conflict(ConflictRow row) {
    return cells(
        Phrases.of("conflict." + row.kind()),
        row.door(),
        Phrases.of("ruling." + (row.ruling() == null ? "open" : row.ruling().name())),
        row.note() == null ? "" : row.note());
  }

  private String signatures() {
    Stream<String> names = signers.isEmpty() ? Stream.of("", "", "") : signers.stream();
    return names
        .map(name -> "<p class=\"sign\"><span class=\"line\">&#160;</span> " + text(name) + "</p>")
        .collect(Collectors.joining());
  }

  private static <T> String rows(Collection<T> all, Function<T, String> row) {
    return all.isEmpty()
        ? "<tr>" + cells(Phrases.of("none")) + "</tr>"
        : all.stream().map(one -> "<tr>" + row.apply(one) + "</tr>").collect(Collectors.joining());
  }

  private static String cells(Object... values) {
    return Stream.of(values)
        .map(
            value ->
                value instanceof Integer
                    ? "<td class=\"number\">" + value + "</td>"
                    : "<td>" + text(value.toString()) + "</td>")
        .collect(Collectors.joining());
  }

  @Override
  public String toString() {
    return "PaperWords[" + version + "]";
  }
}
