package org.profbilet.meetings.sittings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.chair.QuorumBase;
import org.profbilet.contract.chair.QuorumFigures;
import org.profbilet.contract.chair.QuorumFigures.Verdict;
import org.profbilet.contract.chair.QuorumShare;
import org.profbilet.contract.chair.Sittings.Delegation;
import org.profbilet.meetings.Hashes;
import org.profbilet.meetings.quorum.BodyRow;

/**
 * Whoever is entitled in a body, counted. A person counts once however many mandates or records she
 * has; the base is lowered by decisions alone.
 *
 * @param rows in the order of numbers
 * @param onRecord members on record, where the share is taken of them
 * @param queued scans that phones still hold: as many could be present
 */
record Roll(
    BodyRow body, List<RollRow> rows, @Nullable Integer onRecord, int queued, int openConflicts) {

  Roll {
    rows = List.copyOf(rows);
  }

  QuorumFigures figures() {
    int base = base();
    int confirmed = present().size();
    int possible = Math.max(confirmed, Math.min(base, perhaps().size() + queued));
    int advisory = people(row -> !row.decides() && row.isConfirmed() && isPresent(row)).size();
    QuorumShare second = body.shareOfOrganisations();
    int sendersBase = second == null ? 0 : senders(voters()).size();
    int senders = second == null ? 0 : senders(present()).size();
    return new QuorumFigures(
        base,
        body.share().needed(base),
        confirmed,
        possible,
        advisory,
        senders,
        sendersBase,
        second == null ? 0 : second.needed(sendersBase),
        people(row -> row.isConfirmed() && !row.isMember()).size(),
        openConflicts,
        verdict(base, confirmed, possible, second == null || second.isMet(senders, sendersBase)));
  }

  private Verdict verdict(int base, int confirmed, int possible, boolean areOrganisationsEnough) {
    if (base == 0) {
      return Verdict.NOBODY_ENTITLED;
    }
    if (body.share().isMet(confirmed, base) && areOrganisationsEnough) {
      return Verdict.MET;
    }
    boolean mayBeMet =
        body.share().isMet(possible, base)
            && (areOrganisationsEnough || mayOrganisationsBeEnough());
    return mayBeMet ? Verdict.NOT_CONFIRMED : Verdict.NOT_MET;
  }

  /** Whoever waits in a queue may be of an organisation that is not represented yet. */
  private boolean mayOrganisationsBeEnough() {
    QuorumShare second = body.shareOfOrganisations();
    int all = senders(voters()).size();
    return second == null || second.isMet(Math.min(all, senders(perhaps()).size() + queued), all);
  }

  int base() {
    return body.base() == QuorumBase.ON_RECORD
        ? (onRecord == null ? 0 : onRecord)
        : voters().size();
  }

  /** Mandates that make the base; two of one human are two until somebody decides. */
  private List<RollRow> voters() {
    return rows.stream()
        .filter(RollRow::decides)
        .filter(row -> row.isConfirmed() || body.base() == QuorumBase.ELECTED)
        .toList();
  }

  /** With a deciding vote and present beyond dispute, each human once. */
  Collection<RollRow> present() {
    return people(row -> row.decides() && row.isConfirmed() && isPresent(row));
  }

  private Collection<RollRow> perhaps() {
    return people(
        row -> row.decides() && row.isConfirmed() && row.isPerhapsPresent(body.countsRemote()));
  }

  private boolean isPresent(RollRow row) {
    return row.isPresent(body.countsRemote());
  }

  private Collection<RollRow> people(Predicate<RollRow> which) {
    Map<UUID, RollRow> people = new LinkedHashMap<>();
    rows.stream().filter(which).forEach(row -> people.putIfAbsent(row.personId(), row));
    return people.values();
  }

  private static Set<UUID> senders(Collection<RollRow> rows) {
    return rows.stream().map(RollRow::senderId).collect(Collectors.toSet());
  }

  /** By organisation, in the order of numbers; none where members on record are the base. */
  List<Delegation> delegations() {
    if (body.base() == QuorumBase.ON_RECORD) {
      return List.of();
    }
    Map<UUID, List<RollRow>> sent = new LinkedHashMap<>();
    voters()
        .forEach(row -> sent.computeIfAbsent(row.senderId(), any -> new ArrayList<>()).add(row));
    Map<UUID, Long> came =
        present().stream().collect(Collectors.groupingBy(RollRow::senderId, Collectors.counting()));
    return sent.entrySet().stream()
        .map(
            one ->
                new Delegation(
                    one.getValue().get(0).sender(),
                    came.getOrDefault(one.getKey(), 0L).intValue(),
                    one.getValue().size()))
        .toList();
  }

  /** SHA-256 of who is present: the same people give the same hash, in whatever order they came. */
  String hash() {
    return Hashes.sha256(
        present().stream()
            .map(row -> row.personId().toString())
            .sorted()
            .collect(Collectors.joining("\n")));
  }
}
