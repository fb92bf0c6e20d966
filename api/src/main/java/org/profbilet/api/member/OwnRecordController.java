package org.profbilet.api.member;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.api.problem.Refusal;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.contract.member.NewCorrection;
import org.profbilet.contract.member.OwnRecord;
import org.profbilet.contract.member.OwnRecordApi;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.members.Education;
import org.profbilet.members.JoinedOn;
import org.profbilet.members.MemberRecord;
import org.profbilet.members.corrections.CorrectedField;
import org.profbilet.members.corrections.Correction;
import org.profbilet.members.corrections.OwnRecord.Outcome;
import org.profbilet.members.corrections.OwnRecord.Shown;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.MEMBER)
class OwnRecordController implements OwnRecordApi {

  private final org.profbilet.members.corrections.OwnRecord ownRecord;
  private final Caller caller;

  OwnRecordController(org.profbilet.members.corrections.OwnRecord ownRecord, Caller caller) {
    this.ownRecord = ownRecord;
    this.caller = caller;
  }

  @Override
  public OwnRecord show() {
    return view(ownRecord.show(caller.personId()));
  }

  @Override
  public OwnRecord propose(UUID key, @Body @Valid NewCorrection correction) {
    Outcome outcome =
        ownRecord.propose(caller.personId(), key, values(correction), correction.note());
    return switch (outcome) {
      case PROPOSED -> show();
      case NOTHING_DIFFERENT -> throw new Refusal(ProblemType.CORRECTION_EMPTY);
      case VALUE_WRONG -> throw new Refusal(ProblemType.CORRECTION_WRONG);
      case TOO_MANY_OPEN -> throw new Refusal(ProblemType.CORRECTION_TOO_MANY);
      case KEY_OF_ANOTHER_REQUEST -> throw new Refusal(ProblemType.IDEMPOTENCY_MISMATCH);
    };
  }

  private static Map<CorrectedField, String> values(NewCorrection correction) {
    Map<CorrectedField, String> values = new EnumMap<>(CorrectedField.class);
    put(values, CorrectedField.LAST_NAME, correction.lastName());
    put(values, CorrectedField.FIRST_NAME, correction.firstName());
    put(values, CorrectedField.MIDDLE_NAME, correction.middleName());
    put(values, CorrectedField.BIRTH_DATE, correction.birthDate());
    put(values, CorrectedField.UNIT, correction.unit());
    put(values, CorrectedField.POSITION, correction.position());
    put(values, CorrectedField.EDUCATION, correction.education());
    put(values, CorrectedField.PHONE, correction.phone());
    put(values, CorrectedField.EMAIL, correction.email());
    return values;
  }

  private static void put(
      Map<CorrectedField, String> values, CorrectedField field, @Nullable Object value) {
    if (value != null) {
      values.put(field, value.toString());
    }
  }

  private static OwnRecord view(Shown shown) {
    MemberRecord member = shown.member().member();
    Education education = member.education();
    return new OwnRecord(
        member.name().last(),
        member.name().first(),
        member.name().middle(),
        member.birthDate(),
        member.unit(),
        member.position(),
        education == null ? null : education.name(),
        shown.phone(),
        shown.email(),
        joined(member.joinedUnion()),
        shown.member().onRecordFrom(),
        shown.primaryName(),
        shown.corrections().stream().map(OwnRecordController::proposed).toList());
  }

  private static OwnRecord.Proposed proposed(Correction correction) {
    return new OwnRecord.Proposed(
        correction.id(),
        correction.changes().stream()
            .map(one -> new OwnRecord.Change(one.field(), one.before(), one.after()))
            .toList(),
        correction.note(),
        correction.state().name(),
        correction.proposedAt(),
        correction.reason());
  }

  private static String joined(JoinedOn joined) {
    return joined.precision() == JoinedOn.Precision.YEAR
        ? String.valueOf(joined.date().getYear())
        : joined.date().toString();
  }
}
