package org.profbilet.members.transfers;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.NotYours;
import org.profbilet.audit.Audit;
import org.profbilet.members.Members;
import org.profbilet.members.MembershipHistory;
import org.profbilet.members.Today;
import org.profbilet.members.duplicates.MergePersons;
import org.profbilet.members.transfers.PeriodRepository.Period;

/**
 * Grants a request. One day ends the period in the sending primary and begins the one in the
 * receiving primary, in one transaction, so that no day has a gap and none counts twice.
 */
@Singleton
class MoveMember {

  private final Members members;
  private final PeriodRepository periods;
  private final RequestRepository requests;
  private final ClaimRepository claims;
  private final MembershipHistory history;
  private final MergePersons mergePersons;
  private final Audit audit;
  private final Today today;
  private final Clock clock;

  MoveMember(
      Members members,
      PeriodRepository periods,
      RequestRepository requests,
      ClaimRepository claims,
      MembershipHistory history,
      MergePersons mergePersons,
      Audit audit,
      Today today,
      Clock clock) {
    this.members = members;
    this.periods = periods;
    this.requests = requests;
    this.claims = claims;
    this.history = history;
    this.mergePersons = mergePersons;
    this.audit = audit;
    this.today = today;
    this.clock = clock;
  }

  /** What became of the grant. */
  enum Outcome {
    MOVED,
    NOT_WAITING,
    DAY_WRONG
  }

  /**
   * @param day the first day in the receiving primary, or null for the earliest possible one that
   *     is not before the wish
   * @param accountId who grants, or null where the term has run out
   * @throws NotYours where no such claim lies before the sending primary
   */
  @Transactional(Transactional.TxType.MANDATORY)
  Outcome grant(
      UUID requestId,
      UUID fromPrimaryId,
      UUID toPrimaryId,
      @Nullable LocalDate day,
      @Nullable UUID accountId) {
    if (!claims.open(requestId, today.date())) {
      return Outcome.NOT_WAITING;
    }
    Stream.of(fromPrimaryId, toPrimaryId).distinct().sorted().forEach(members::lock);
    RequestRow request = requests.hold(requestId, toPrimaryId).orElseThrow(NotYours::new);
    Claim claim = claims.find(requestId, fromPrimaryId).orElseThrow(NotYours::new);
    if (claim.state() != RequestState.WAITING || request.state() != RequestState.WAITING) {
      return Outcome.NOT_WAITING;
    }
    UUID personId = claim.personId();
    if (periods.holdPerson(personId, fromPrimaryId).isEmpty()) {
      throw new NotYours();
    }
    Period newest = periods.findNewest(personId, fromPrimaryId).orElseThrow(NotYours::new);
    Optional<LocalDate> from = firstDay(newest, claim, day);
    if (from.isEmpty()) {
      return Outcome.DAY_WRONG;
    }
    UUID membershipId = begin(claim, newest, from.get(), accountId);
    Instant now = clock.instant();
    expectOne(requests.answer(requestId, "GRANTED", now, null, personId, membershipId));
    expectOne(claims.settle(requestId, "GRANTED"));
    if (claim.wish() == Wish.TRANSFER) {
      claims
          .cancelOthers(personId, toPrimaryId)
          .forEach(other -> requests.answer(other, "CANCELLED", now, null, null, null));
    }
    record(claim, accountId);
    if (request.ownPersonId() != null && claim.wish() == Wish.TRANSFER) {
      mergePersons.mergeArrived(
          request.askedBy(), toPrimaryId, requestId, personId, request.ownPersonId());
    }
    return Outcome.MOVED;
  }

  /** The day wished for or named, but never one on which she would leave before she came. */
  private Optional<LocalDate> firstDay(Period newest, Claim claim, @Nullable LocalDate named) {
    LocalDate earliest = newest.validFrom();
    if (claim.wish() == Wish.TRANSFER) {
      LocalDate ended = newest.validUntil();
      earliest = ended == null ? newest.validFrom().plusDays(1) : ended;
    }
    LocalDate wished = claim.wantedOn().isBefore(earliest) ? earliest : claim.wantedOn();
    LocalDate day = named == null ? wished : named;
    return day.isBefore(earliest) || day.isAfter(today.date())
        ? Optional.empty()
        : Optional.of(day);
  }

  private UUID begin(Claim claim, Period newest, LocalDate day, @Nullable UUID accountId) {
    Instant now = clock.instant();
    UUID membershipId = UuidCreator.getTimeOrderedEpoch();
    if (claim.wish() == Wish.TRANSFER) {
      List<Period> ending = new ArrayList<>();
      if (newest.validUntil() == null) {
        ending.add(newest);
        note(claim, claim.primaryId(), accountId, "REGISTERED", "TRANSFER");
      }
      ending.addAll(periods.listLinks(claim.personId(), claim.toPrimaryId()));
      List<UUID> ids = ending.stream().map(Period::id).toList();
      history.remember(ids);
      ids.forEach(id -> expectOne(periods.end(id, day)));
      history.restate(ids, day, accountId, null);
      expectOne(periods.carry(claim.personId(), claim.toPrimaryId()));
    }
    String kind = claim.wish() == Wish.TRANSFER ? "COUNTED" : "SECONDARY";
    expectOne(
        periods.begin(membershipId, newest.id(), claim.toPrimaryId(), kind, day, now, accountId));
    note(claim, claim.toPrimaryId(), accountId, null, claim.wish().name());
    return membershipId;
  }

  private void note(
      Claim claim,
      UUID primaryId,
      @Nullable UUID accountId,
      @Nullable String before,
      String after) {
    periods.note(
        UuidCreator.getTimeOrderedEpoch(),
        claim.personId(),
        primaryId,
        clock.instant(),
        accountId,
        before,
        after);
  }

  private void record(Claim claim, @Nullable UUID accountId) {
    Map<String, Object> details = Map.of("wish", claim.wish().name());
    audit.record(accountId, claim.primaryId(), "REQUEST_GRANTED", claim.requestId(), details);
    audit.record(accountId, claim.toPrimaryId(), "MEMBER_CAME", claim.requestId(), details);
  }

  private static void expectOne(int done) {
    if (done != 1) {
      throw new IllegalStateException(done + " rows written of 1");
    }
  }
}
