package org.profbilet.api.office;

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
import org.profbilet.consents.ConsentText;
import org.profbilet.consents.PublishText;
import org.profbilet.consents.Purpose;
import org.profbilet.contract.chair.ConsentPurpose;
import org.profbilet.contract.office.ConsentTextApi;
import org.profbilet.contract.office.ConsentTextPublication;
import org.profbilet.contract.office.ConsentTextView;
import org.profbilet.contract.problem.ProblemType;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class ConsentTextController implements ConsentTextApi {

  private final Access access;
  private final PublishText publishText;
  private final Caller caller;

  ConsentTextController(Access access, PublishText publishText, Caller caller) {
    this.access = access;
    this.publishText = publishText;
    this.caller = caller;
  }

  @Override
  public List<ConsentTextView> list(UUID organisationId) {
    acting(organisationId);
    return publishText.list().stream().map(ConsentTextController::view).toList();
  }

  @Override
  public List<ConsentTextView> publish(
      UUID organisationId,
      ConsentPurpose purpose,
      String version,
      @Body @Valid ConsentTextPublication publication) {
    PublishText.Request request =
        new PublishText.Request(
            Purpose.valueOf(purpose.name()),
            version,
            publication.title(),
            publication.body(),
            publication.effectiveFrom(),
            publication.keepsEarlier(),
            Boolean.TRUE.equals(publication.coversAds()));
    return switch (publishText.publish(acting(organisationId), request)) {
      case PUBLISHED -> list(organisationId);
      case VERSION_TAKEN -> throw new Refusal(ProblemType.CONSENT_VERSION_TAKEN);
      case DATE_TOO_EARLY -> throw new Refusal(ProblemType.CONSENT_TEXT_DATE_WRONG);
      case NOT_OF_MESSAGES -> throw new Refusal(ProblemType.CONSENT_ADS_NOT_OF_MESSAGES);
      case PLACES_MISSING -> throw new Refusal(ProblemType.CONSENT_TEXT_PLACES_MISSING);
    };
  }

  private static ConsentTextView view(ConsentText text) {
    return new ConsentTextView(
        ConsentPurpose.valueOf(text.purpose().name()),
        text.version(),
        text.title(),
        text.body(),
        text.sha256(),
        text.effectiveFrom(),
        text.keepsEarlier(),
        text.coversAds());
  }

  private Acting acting(UUID organisationId) {
    return access.allow(caller.accountId(), organisationId, Right.KEEP_CONSENT_TEXTS);
  }
}
