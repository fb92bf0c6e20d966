package org.profbilet.api.chair;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Access;
import org.profbilet.access.Acting;
import org.profbilet.access.Right;
import org.profbilet.api.problem.Refusal;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.contract.chair.MemberAdded;
import org.profbilet.contract.chair.MemberApi;
import org.profbilet.contract.chair.MemberCard;
import org.profbilet.contract.chair.MemberPage;
import org.profbilet.contract.chair.MemberState;
import org.profbilet.contract.chair.MembershipEnd;
import org.profbilet.contract.chair.MembershipEnded;
import org.profbilet.contract.chair.NewMember;
import org.profbilet.contract.chair.UnitView;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.memberlists.AddMember;
import org.profbilet.memberlists.AddMember.Outcome;
import org.profbilet.memberlists.ShowMembers;
import org.profbilet.memberlists.form.RowProblem;
import org.profbilet.members.ChangeState;
import org.profbilet.members.EndMembership;
import org.profbilet.members.EndReason;
import org.profbilet.members.ListUnits;
import org.profbilet.members.RegisteredMember;
import org.profbilet.members.UndoEnd;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class MemberController implements MemberApi {

  private final ShowMembers showMembers;
  private final AddMember addMember;
  private final EndMembership endMembership;
  private final UndoEnd undoEnd;
  private final ChangeState changeState;
  private final ListUnits listUnits;
  private final Access access;
  private final Caller caller;

  MemberController(
      ShowMembers showMembers,
      AddMember addMember,
      EndMembership endMembership,
      UndoEnd undoEnd,
      ChangeState changeState,
      ListUnits listUnits,
      Access access,
      Caller caller) {
    this.showMembers = showMembers;
    this.addMember = addMember;
    this.endMembership = endMembership;
    this.undoEnd = undoEnd;
    this.changeState = changeState;
    this.listUnits = listUnits;
    this.access = access;
    this.caller = caller;
  }

  @Override
  public MemberPage list(UUID primaryId, String query, @Nullable UUID cursor, int limit) {
    List<RegisteredMember> members = showMembers.list(acting(primaryId), query, cursor, limit + 1);
    return MemberViews.page(members, limit);
  }

  @Override
  public MemberCard show(UUID primaryId, UUID personId) {
    return MemberViews.card(showMembers.show(acting(primaryId), personId));
  }

  @Override
  public MemberAdded add(UUID primaryId, UUID key, @Body @Valid NewMember member) {
    boolean other = Boolean.TRUE.equals(member.otherPerson());
    Outcome outcome = addMember.add(acting(primaryId), key, MemberViews.texts(member), other);
    if (outcome instanceof Outcome.Added added) {
      return new MemberAdded(
          added.personId(),
          added.ticketNumber().value(),
          added.remarks().stream().map(MemberViews::sentence).toList());
    }
    Outcome.Refused refused = (Outcome.Refused) outcome;
    throw new Refusal(problem(refused.reason()), sentences(refused.problems()));
  }

  @Override
  public MembershipEnded end(UUID primaryId, UUID personId, @Body @Valid MembershipEnd end) {
    EndReason reason = EndReason.valueOf(end.reason().name());
    return switch (endMembership.end(acting(primaryId), personId, end.on(), reason)) {
      case ENDED -> new MembershipEnded(personId, end.on(), end.reason());
      case ALREADY_ENDED -> throw new Refusal(ProblemType.MEMBERSHIP_ALREADY_ENDED);
      case DATE_IN_FUTURE, BEFORE_REGISTRATION ->
          throw new Refusal(ProblemType.MEMBERSHIP_END_WRONG);
    };
  }

  @Override
  public MemberCard undoEnd(UUID primaryId, UUID personId) {
    undoEnd.undo(acting(primaryId), personId);
    return show(primaryId, personId);
  }

  @Override
  public MemberCard changeState(UUID primaryId, UUID personId, @Body @Valid MemberState state) {
    return switch (changeState.change(acting(primaryId), personId, MemberViews.state(state))) {
      case CHANGED -> show(primaryId, personId);
      case NOT_ON_RECORD -> throw new Refusal(ProblemType.MEMBERSHIP_ALREADY_ENDED);
      case DAY_IN_FUTURE, BEFORE_REGISTRATION -> throw new Refusal(ProblemType.STATE_DAY_WRONG);
      case REASON_MISSING -> throw new Refusal(ProblemType.STATE_REASON_MISSING);
      case TERM_WRONG -> throw new Refusal(ProblemType.STATE_TERM_WRONG);
    };
  }

  @Override
  public List<UnitView> listUnits(UUID primaryId) {
    return listUnits.list(acting(primaryId)).stream()
        .map(unit -> new UnitView(unit.name(), unit.people()))
        .toList();
  }

  private Acting acting(UUID primaryId) {
    return access.allow(caller.accountId(), primaryId, Right.KEEP_MEMBERS);
  }

  private static @Nullable String sentences(List<RowProblem> problems) {
    return problems.isEmpty()
        ? null
        : problems.stream().map(MemberViews::sentence).collect(Collectors.joining(" "));
  }

  private static ProblemType problem(Outcome.Reason reason) {
    return switch (reason) {
      case WRONG_ENTRIES -> ProblemType.MEMBER_ENTRIES_WRONG;
      case ALREADY_HERE -> ProblemType.MEMBER_ALREADY_HERE;
      case LOOKS_LIKE_SOMEBODY -> ProblemType.MEMBER_LOOKS_LIKE_SOMEBODY;
      case ON_RECORD_ELSEWHERE -> ProblemType.MEMBER_ELSEWHERE;
      case KEY_OF_ANOTHER_REQUEST -> ProblemType.IDEMPOTENCY_MISMATCH;
    };
  }
}
