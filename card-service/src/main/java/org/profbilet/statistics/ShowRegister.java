package org.profbilet.statistics;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.access.RowScope;
import org.profbilet.members.Members;
import org.profbilet.members.MembershipHistory;
import org.profbilet.members.PastState;

/**
 * «Как было на дату»: a primary's register on any past day, as we know it now or as it was known.
 */
@Singleton
public class ShowRegister {

  private final RowScope rowScope;
  private final RegisterRepository register;
  private final Members members;
  private final MembershipHistory history;
  private final Clock clock;

  ShowRegister(
      RowScope rowScope,
      RegisterRepository register,
      Members members,
      MembershipHistory history,
      Clock clock) {
    this.rowScope = rowScope;
    this.register = register;
    this.members = members;
    this.history = history;
    this.clock = clock;
  }

  /** The register of a day: how many, and some of them by surname. */
  public record Day(RegisterCounts counts, List<RegisterLine> people) {
    public Day {
      people = List.copyOf(people);
    }
  }

  /**
   * One member's history.
   *
   * @param onDay what she was on the day asked for, or null where she was not on record
   * @param periods as known now, newest first
   */
  public record Person(
      @Nullable RegisterLine onDay, List<ConsentOnDay> consents, List<PastState> periods) {

    public Person {
      consents = List.copyOf(consents);
      periods = List.copyOf(periods);
    }
  }

  /**
   * @param knownAt by what was known at this moment; null for what is known now
   */
  @Transactional
  public Day ofPrimary(
      Acting acting, LocalDate day, @Nullable Instant knownAt, int skipped, int limit) {
    UUID primaryId = acting.organisationId();
    rowScope.primary(primaryId);
    Instant known = knownAt == null ? clock.instant() : knownAt;
    return new Day(
        register.count(primaryId, day, known),
        register.list(primaryId, day, known, skipped, limit));
  }

  /**
   * @throws NotYours where this primary has no such person
   */
  @Transactional
  public Person ofMember(Acting acting, UUID personId, LocalDate day, @Nullable Instant knownAt) {
    UUID primaryId = acting.organisationId();
    rowScope.primary(primaryId);
    if (members.find(primaryId, personId).isEmpty()) {
      throw new NotYours();
    }
    Instant known = knownAt == null ? clock.instant() : knownAt;
    return new Person(
        register.find(primaryId, personId, day, known).orElse(null),
        register.listConsents(personId, day, known),
        history.list(primaryId, personId));
  }
}
