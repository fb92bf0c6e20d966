package org.profbilet.api.chair;

import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Access;
import org.profbilet.access.Acting;
import org.profbilet.access.Right;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.contract.chair.HistoryApi;
import org.profbilet.contract.chair.MemberCard;
import org.profbilet.contract.chair.MemberHistory;
import org.profbilet.contract.chair.MemberOnDay;
import org.profbilet.contract.chair.RegisterOnDay;
import org.profbilet.members.PastState;
import org.profbilet.statistics.RegisterLine;
import org.profbilet.statistics.ShowRegister;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class HistoryController implements HistoryApi {

  private final ShowRegister showRegister;
  private final Access access;
  private final Caller caller;

  HistoryController(ShowRegister showRegister, Access access, Caller caller) {
    this.showRegister = showRegister;
    this.access = access;
    this.caller = caller;
  }

  @Override
  public RegisterOnDay register(
      UUID primaryId, LocalDate on, @Nullable Instant knownAt, int cursor, int limit) {
    ShowRegister.Day day =
        showRegister.ofPrimary(acting(primaryId), on, knownAt, cursor, limit + 1);
    boolean more = day.people().size() > limit;
    return new RegisterOnDay(
        on,
        day.counts().counted(),
        day.counts().secondary(),
        day.people().stream().limit(limit).map(HistoryController::line).toList(),
        more ? cursor + limit : null);
  }

  @Override
  public MemberHistory member(
      UUID primaryId, UUID personId, LocalDate on, @Nullable Instant knownAt) {
    ShowRegister.Person person = showRegister.ofMember(acting(primaryId), personId, on, knownAt);
    RegisterLine onDay = person.onDay();
    return new MemberHistory(
        on,
        onDay == null ? null : line(onDay),
        person.consents().stream()
            .map(
                one ->
                    new MemberCard.Consent(
                        one.purpose(), one.channel(), one.state(), one.signedOn()))
            .toList(),
        person.periods().stream().map(HistoryController::period).toList());
  }

  private Acting acting(UUID primaryId) {
    return access.allow(caller.accountId(), primaryId, Right.KEEP_MEMBERS);
  }

  private static MemberOnDay line(RegisterLine line) {
    return new MemberOnDay(
        line.personId(),
        line.lastName(),
        line.firstName(),
        line.middleName(),
        line.kind(),
        line.category(),
        line.unit(),
        line.position(),
        codes(line.roles()),
        line.suspendedUntil(),
        line.consent());
  }

  private static MemberHistory.Period period(PastState state) {
    return new MemberHistory.Period(
        state.trueFrom(),
        state.trueUntil(),
        state.category(),
        state.unit(),
        state.position(),
        codes(state.roles()),
        state.suspendedUntil(),
        state.knownFrom(),
        state.reason());
  }

  private static List<String> codes(String parted) {
    return Arrays.stream(parted.split(",")).filter(code -> !code.isEmpty()).toList();
  }
}
