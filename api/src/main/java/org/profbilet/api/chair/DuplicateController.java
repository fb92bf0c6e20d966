package org.profbilet.api.chair;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.profbilet.access.Access;
import org.profbilet.access.Acting;
import org.profbilet.access.Right;
import org.profbilet.api.problem.Refusal;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.contract.chair.DistinctPeople;
import org.profbilet.contract.chair.DuplicateApi;
import org.profbilet.contract.chair.DuplicatePair;
import org.profbilet.contract.chair.MergeView;
import org.profbilet.contract.chair.NewMerge;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.members.duplicates.FindDuplicates;
import org.profbilet.members.duplicates.LookAlikes;
import org.profbilet.members.duplicates.Merge;
import org.profbilet.members.duplicates.MergeOutcome;
import org.profbilet.members.duplicates.MergePersons;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class DuplicateController implements DuplicateApi {

  private final FindDuplicates findDuplicates;
  private final MergePersons mergePersons;
  private final Access access;
  private final Caller caller;

  DuplicateController(
      FindDuplicates findDuplicates, MergePersons mergePersons, Access access, Caller caller) {
    this.findDuplicates = findDuplicates;
    this.mergePersons = mergePersons;
    this.access = access;
    this.caller = caller;
  }

  @Override
  public List<DuplicatePair> list(UUID primaryId) {
    return findDuplicates.list(acting(primaryId)).stream().map(DuplicateController::pair).toList();
  }

  @Override
  public HttpResponse<?> sayDistinct(UUID primaryId, @Body @Valid DistinctPeople people) {
    findDuplicates.sayDistinct(acting(primaryId), people.personId(), people.otherPersonId());
    return HttpResponse.noContent();
  }

  @Override
  public HttpResponse<?> merge(UUID primaryId, UUID key, @Body @Valid NewMerge merge) {
    return answered(
        mergePersons.merge(acting(primaryId), key, merge.personId(), merge.mergedPersonId()));
  }

  @Override
  public List<MergeView> listMerges(UUID primaryId) {
    return findDuplicates.listMerges(acting(primaryId)).stream()
        .map(DuplicateController::view)
        .toList();
  }

  @Override
  public HttpResponse<?> undo(UUID primaryId, UUID mergeId) {
    return answered(mergePersons.undo(acting(primaryId), mergeId));
  }

  private Acting acting(UUID primaryId) {
    return access.allow(caller.accountId(), primaryId, Right.KEEP_MEMBERS);
  }

  private static HttpResponse<?> answered(MergeOutcome outcome) {
    return switch (outcome) {
      case DONE -> HttpResponse.noContent();
      case NOT_TWO_RECORDS -> throw new Refusal(ProblemType.MERGE_NOT_TWO);
      case CHANGED_SINCE -> throw new Refusal(ProblemType.MERGE_CHANGED_SINCE);
      case KEY_OF_ANOTHER_REQUEST -> throw new Refusal(ProblemType.IDEMPOTENCY_MISMATCH);
    };
  }

  private static DuplicatePair pair(LookAlikes pair) {
    return new DuplicatePair(
        new DuplicatePair.Side(
            pair.personId(),
            pair.lastName(),
            pair.firstName(),
            pair.middleName(),
            pair.birthDate(),
            pair.ticketNumber(),
            pair.onRecord()),
        new DuplicatePair.Side(
            pair.otherPersonId(),
            pair.otherLastName(),
            pair.otherFirstName(),
            pair.otherMiddleName(),
            pair.otherBirthDate(),
            pair.otherTicketNumber(),
            pair.otherOnRecord()));
  }

  private static MergeView view(Merge merge) {
    return new MergeView(
        merge.id(),
        merge.personId(),
        merge.lastName(),
        merge.firstName(),
        merge.middleName(),
        merge.ticketNumber(),
        merge.mergedTicketNumber(),
        merge.mergedAt(),
        merge.undoneAt());
  }
}
