package org.profbilet.members;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.members.KeepRegister.Revision;

/**
 * Writes down what has become different for a member from some day on: her unit, position and union
 * roles, a leave or a lay-off with its end. A day in the past needs a reason and keeps both times.
 */
@Singleton
public class ChangeState {

  private final RowScope rowScope;
  private final Members members;
  private final KeepRegister register;
  private final Audit audit;
  private final Today today;

  ChangeState(RowScope rowScope, Members members, KeepRegister register, Audit audit, Today today) {
    this.rowScope = rowScope;
    this.members = members;
    this.register = register;
    this.audit = audit;
    this.today = today;
  }

  /**
   * @param suspendedUntil the day on which a leave or the time after a lay-off ends
   * @param from the first day on which it is so
   * @param reason why it is written down late, or null
   */
  public record NewState(
      MemberCategory category,
      Engagement engagement,
      @Nullable String unit,
      @Nullable String position,
      Set<UnionRole> roles,
      @Nullable LocalDate suspendedUntil,
      LocalDate from,
      @Nullable String reason) {

    public NewState {
      roles = Set.copyOf(roles);
    }
  }

  /** What became of the entry. */
  public enum Outcome {
    CHANGED,
    NOT_ON_RECORD,
    DAY_IN_FUTURE,
    BEFORE_REGISTRATION,
    REASON_MISSING,
    TERM_WRONG
  }

  /**
   * @throws NotYours where this primary has no such person
   */
  @Transactional
  public Outcome change(Acting acting, UUID personId, NewState state) {
    rowScope.primary(acting.organisationId());
    members.lock(acting.organisationId());
    RegisteredMember member =
        members.find(acting.organisationId(), personId).orElseThrow(NotYours::new);
    Outcome outcome = judge(member, state);
    if (outcome == Outcome.CHANGED) {
      MemberRecord after =
          member
              .member()
              .inState(
                  state.category(),
                  state.engagement(),
                  state.unit(),
                  state.position(),
                  state.roles());
      register.change(
          acting,
          List.of(new Revision(member, after, state.suspendedUntil())),
          state.from(),
          state.reason());
      audit.record(
          acting.accountId(),
          acting.organisationId(),
          "MEMBER_STATE_CHANGED",
          personId,
          Map.of("from", state.from().toString()));
    }
    return outcome;
  }

  private Outcome judge(RegisteredMember member, NewState state) {
    LocalDate now = today.date();
    LocalDate until = state.suspendedUntil();
    if (!member.isOnRecord()) {
      return Outcome.NOT_ON_RECORD;
    }
    if (state.from().isAfter(now)) {
      return Outcome.DAY_IN_FUTURE;
    }
    if (state.from().isBefore(member.onRecordFrom())) {
      return Outcome.BEFORE_REGISTRATION;
    }
    if (state.from().isBefore(now) && (state.reason() == null || state.reason().isBlank())) {
      return Outcome.REASON_MISSING;
    }
    boolean termFits =
        state.category().isSuspended()
            ? until != null && until.isAfter(state.from())
            : until == null;
    return termFits ? Outcome.CHANGED : Outcome.TERM_WRONG;
  }
}
