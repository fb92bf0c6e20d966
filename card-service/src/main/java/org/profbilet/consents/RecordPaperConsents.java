package org.profbilet.consents;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.profbilet.access.Acting;
import org.profbilet.access.RowScope;
import org.profbilet.requests.IdList;

/**
 * Writes consents that stand as dates in a list (columns 23–26 of the Excel form): papers kept by
 * the primary. Joins the transaction of the import.
 */
@Singleton
public class RecordPaperConsents {

  private final RowScope rowScope;
  private final ConsentTexts texts;
  private final LedgerRepository repository;
  private final Ledger ledger;
  private final Today today;

  RecordPaperConsents(
      RowScope rowScope,
      ConsentTexts texts,
      LedgerRepository repository,
      Ledger ledger,
      Today today) {
    this.rowScope = rowScope;
    this.texts = texts;
    this.repository = repository;
    this.ledger = ledger;
    this.today = today;
  }

  /** One signature of one member; a paper for messages is one of these for every channel. */
  public record Paper(UUID personId, Purpose purpose, Channel channel, LocalDate signedOn) {}

  /**
   * @param recorded new rows of the ledger
   * @param unchanged papers that were recorded before: the same file again changes nothing
   * @param older papers signed before the member refused or withdrew; the later decision stays
   * @param undated papers of a day in the future or before the first text; not recorded
   */
  public record Result(int recorded, int unchanged, int older, int undated) {}

  /**
   * @param recordingId the list that told of the papers: by it the load can be undone
   */
  @Transactional
  public Result record(Acting acting, UUID recordingId, Collection<Paper> papers) {
    rowScope.primary(acting.organisationId());
    int recorded = 0;
    int unchanged = 0;
    int older = 0;
    int undated = 0;
    for (Map.Entry<Heading, List<UUID>> group : byHeading(papers).entrySet()) {
      Heading heading = group.getKey();
      Optional<ConsentText> text = textFor(heading);
      if (text.isEmpty()) {
        undated += group.getValue().size();
        continue;
      }
      Sorted sorted = sort(acting, heading, group.getValue());
      ledger.appendPaper(
          acting,
          recordingId,
          new Ledger.Entry(
              heading.purpose(),
              heading.channel(),
              ConsentState.GIVEN,
              text.get(),
              heading.signedOn()),
          sorted.fresh());
      recorded += sorted.fresh().size();
      unchanged += sorted.unchanged();
      older += sorted.older();
    }
    return new Result(recorded, unchanged, older, undated);
  }

  private Optional<ConsentText> textFor(Heading heading) {
    boolean future = heading.signedOn().isAfter(today.date());
    return future ? Optional.empty() : texts.findInForce(heading.purpose(), heading.signedOn());
  }

  private Sorted sort(Acting acting, Heading heading, List<UUID> personIds) {
    repository.lockCurrent(IdList.of(personIds), heading.purpose());
    Map<UUID, CurrentConsent> current =
        repository.listCurrent(acting.organisationId(), heading.purpose()).stream()
            .filter(consent -> consent.channel() == heading.channel())
            .collect(Collectors.toMap(CurrentConsent::personId, Function.identity()));
    List<UUID> fresh = new ArrayList<>();
    int unchanged = 0;
    int older = 0;
    for (UUID personId : personIds) {
      CurrentConsent consent = current.get(personId);
      if (consent == null || isAskedAfter(consent, heading.signedOn())) {
        fresh.add(personId);
      } else if (consent.state() == ConsentState.GIVEN) {
        unchanged++;
      } else {
        older++;
      }
    }
    return new Sorted(fresh, unchanged, older);
  }

  /**
   * Whether a paper of that day decides anew. On the very day on which a rule ended a consent, a
   * paper gives it anew.
   */
  public static boolean isAskedAfter(CurrentConsent consent, LocalDate signedOn) {
    return consent.signedOn().isBefore(signedOn)
        || (consent.state() == ConsentState.UNKNOWN && consent.signedOn().equals(signedOn));
  }

  private static Map<Heading, List<UUID>> byHeading(Collection<Paper> papers) {
    Map<Heading, List<UUID>> groups = new TreeMap<>();
    Set<Paper> seen = new HashSet<>();
    papers.stream()
        .sorted((one, other) -> one.personId().compareTo(other.personId()))
        .filter(seen::add)
        .forEach(
            paper ->
                groups
                    .computeIfAbsent(Heading.of(paper), heading -> new ArrayList<>())
                    .add(paper.personId()));
    return groups;
  }

  private record Sorted(List<UUID> fresh, int unchanged, int older) {}

  /** Papers of one purpose, channel and day are written by one statement, always in this order. */
  private record Heading(Purpose purpose, Channel channel, LocalDate signedOn)
      implements Comparable<Heading> {

    private Heading {
      if (!purpose.channels().contains(channel)) {
        throw new IllegalArgumentException(channel + " is no channel of " + purpose);
      }
    }

    static Heading of(Paper paper) {
      return new Heading(paper.purpose(), paper.channel(), paper.signedOn());
    }

    @Override
    public int compareTo(Heading other) {
      int byPurpose = purpose.compareTo(other.purpose);
      if (byPurpose != 0) {
        return byPurpose;
      }
      int byChannel = channel.compareTo(other.channel);
      return byChannel != 0 ? byChannel : signedOn.compareTo(other.signedOn);
    }
  }
}
