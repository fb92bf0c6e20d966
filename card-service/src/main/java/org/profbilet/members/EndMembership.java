package org.profbilet.members;

import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;

/** Takes a member off record, with the reason and the day; the person stays in the history. */
@Singleton
public class EndMembership {

  private final RowScope rowScope;
  private final Members members;
  private final KeepRegister register;
  private final Audit audit;
  private final ApplicationEventPublisher<MembershipEnded> facts;
  private final Today today;
  private final Clock clock;

  EndMembership(
      RowScope rowScope,
      Members members,
      KeepRegister register,
      Audit audit,
      ApplicationEventPublisher<MembershipEnded> facts,
      Today today,
      Clock clock) {
    this.rowScope = rowScope;
    this.members = members;
    this.register = register;
    this.audit = audit;
    this.facts = facts;
    this.today = today;
    this.clock = clock;
  }

  /** What became of the wish. */
  public enum Outcome {
    ENDED,
    ALREADY_ENDED,
    DATE_IN_FUTURE,
    BEFORE_REGISTRATION
  }

  /**
   * @param on the first day off record
   * @throws NotYours where this primary has no such person
   */
  @Transactional
  public Outcome end(Acting acting, UUID personId, LocalDate on, EndReason reason) {
    rowScope.primary(acting.organisationId());
    members.lock(acting.organisationId());
    RegisteredMember member =
        members.find(acting.organisationId(), personId).orElseThrow(NotYours::new);
    if (!member.isOnRecord()) {
      boolean same = on.equals(member.endedOn()) && reason == member.endReason();
      return same ? Outcome.ENDED : Outcome.ALREADY_ENDED;
    }
    if (on.isAfter(today.date())) {
      return Outcome.DATE_IN_FUTURE;
    }
    if (!on.isAfter(member.onRecordFrom())) {
      return Outcome.BEFORE_REGISTRATION;
    }
    register.end(acting, member, on, reason);
    audit.record(
        acting.accountId(),
        acting.organisationId(),
        "MEMBERSHIP_ENDED",
        personId,
        Map.of("reason", reason.name()));
    facts.publishEvent(new MembershipEnded(personId, acting.organisationId(), on, clock.instant()));
    return Outcome.ENDED;
  }
}
