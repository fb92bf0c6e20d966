package org.profbilet.notifications.campaigns;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Acting;
import org.profbilet.audit.Audit;
import org.profbilet.consents.Channel;
import org.profbilet.notifications.campaigns.CampaignOutcome.Done;
import org.profbilet.notifications.campaigns.CampaignOutcome.Reason;
import org.profbilet.notifications.campaigns.CampaignOutcome.Refused;
import org.profbilet.notifications.wording.Wording;
import org.profbilet.organisations.Organisations;
import org.profbilet.requests.RequestHash;

/** Writes the draft of a campaign, anew or another time. */
@Singleton
public class WriteCampaign {

  private static final int MOST_PARTS = 3;

  private final CampaignRepository repository;
  private final Campaigns campaigns;
  private final Organisations organisations;
  private final Audit audit;
  private final Clock clock;

  WriteCampaign(
      CampaignRepository repository,
      Campaigns campaigns,
      Organisations organisations,
      Audit audit,
      Clock clock) {
    this.repository = repository;
    this.campaigns = campaigns;
    this.organisations = organisations;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param id the key of the request; the same request again finds the draft that it made
   */
  @Transactional
  public CampaignOutcome create(Acting acting, UUID id, Draft draft) {
    Optional<Reason> refusal = check(acting, draft);
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    String hash = RequestHash.of(acting.organisationId(), draft);
    int inserted =
        repository.insert(id, acting.organisationId(), hash, acting.accountId(), clock.instant());
    if (inserted == 1) {
      return write(acting, id, draft, "CAMPAIGN_WRITTEN");
    }
    return repository.findRequestHash(id).map(hash::equals).orElse(false)
        ? new Done(campaigns.get(acting.organisationId(), id))
        : new Refused(Reason.KEY_OF_ANOTHER_REQUEST);
  }

  /** Only while it is a draft. */
  @Transactional
  public CampaignOutcome change(Acting acting, UUID id, Draft draft) {
    campaigns.get(acting.organisationId(), id);
    return check(acting, draft)
        .<CampaignOutcome>map(Refused::new)
        .orElseGet(() -> write(acting, id, draft, "CAMPAIGN_CHANGED"));
  }

  private CampaignOutcome write(Acting acting, UUID id, Draft draft, String deed) {
    Words english = draft.english();
    Audience audience = draft.audience();
    int written =
        repository.write(
            id,
            draft.russian().subject(),
            draft.russian().body(),
            draft.russian().brief(),
            english == null ? null : english.subject(),
            english == null ? null : english.body(),
            english == null ? null : english.brief(),
            draft.countedDay(),
            audience.withinId(),
            String.join(",", audience.kinds()),
            String.join(",", audience.categories()),
            String.join(",", audience.cardStates()),
            String.join(",", audience.roles()),
            audience.language(),
            channelsOf(draft),
            draft.category(),
            draft.beginsAt());
    if (written != 1) {
      return new Refused(Reason.WRONG_STATE);
    }
    audit.record(acting.accountId(), acting.organisationId(), deed, id, Map.of());
    return new Done(campaigns.get(acting.organisationId(), id));
  }

  private Optional<Reason> check(Acting acting, Draft draft) {
    if (!organisations.isWithin(draft.audience().withinId(), acting.organisationId())) {
      return Optional.of(Reason.AUDIENCE_NOT_YOURS);
    }
    if (!draft.russian().areSound(Wording.RUSSIAN) || !isSound(draft.english())) {
      return Optional.of(Reason.PLACES_WRONG);
    }
    if (draft.countedDay() == null && draft.words().anyMatch(Words::countDays)) {
      return Optional.of(Reason.DAY_MISSING);
    }
    if (draft.channels().contains(Channel.SMS) && !fitsAnSms(acting, draft)) {
      return Optional.of(Reason.SMS_WORDS_WRONG);
    }
    return Optional.empty();
  }

  private static boolean isSound(@Nullable Words english) {
    return english == null || english.areSound(Wording.ENGLISH);
  }

  private boolean fitsAnSms(Acting acting, Draft draft) {
    String sender = organisations.get(acting.organisationId()).shortName();
    return draft.words().noneMatch(words -> words.brief().isBlank())
        && draft.smsParts(sender) <= MOST_PARTS;
  }

  private static String channelsOf(Draft draft) {
    return draft.channels().stream().map(Channel::name).collect(Collectors.joining(","));
  }
}
