package org.profbilet.api.campaigns;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.api.problem.Refusal;
import org.profbilet.consents.Channel;
import org.profbilet.contract.chair.CampaignAudience;
import org.profbilet.contract.chair.CampaignLine;
import org.profbilet.contract.chair.CampaignPreview;
import org.profbilet.contract.chair.CampaignTemplate;
import org.profbilet.contract.chair.CampaignView;
import org.profbilet.contract.chair.CampaignWords;
import org.profbilet.contract.chair.CardStanding;
import org.profbilet.contract.chair.InstitutionKind;
import org.profbilet.contract.chair.MemberCategory;
import org.profbilet.contract.chair.MemberRole;
import org.profbilet.contract.chair.MessageCategory;
import org.profbilet.contract.chair.MessageChannel;
import org.profbilet.contract.chair.MessageLanguage;
import org.profbilet.contract.chair.NewCampaign;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.notifications.campaigns.Audience;
import org.profbilet.notifications.campaigns.Campaign;
import org.profbilet.notifications.campaigns.CampaignOutcome;
import org.profbilet.notifications.campaigns.Campaigns;
import org.profbilet.notifications.campaigns.Category;
import org.profbilet.notifications.campaigns.Draft;
import org.profbilet.notifications.campaigns.Preview;
import org.profbilet.notifications.campaigns.ReadyWords;
import org.profbilet.notifications.campaigns.SendCampaign;
import org.profbilet.notifications.campaigns.Words;
import org.profbilet.organisations.Organisations;

/** Turns campaigns into what the contract promises, and back. */
@Singleton
public class CampaignViews {

  private final Campaigns campaigns;
  private final Organisations organisations;

  CampaignViews(Campaigns campaigns, Organisations organisations) {
    this.campaigns = campaigns;
    this.organisations = organisations;
  }

  public CampaignLine line(Campaign campaign) {
    return new CampaignLine(
        campaign.id(),
        nameOf(campaign.organisationId()),
        campaign.draft().russian().subject(),
        MessageCategory.valueOf(campaign.draft().category().name()),
        campaign.state().name(),
        campaign.createdAt(),
        campaign.recipients());
  }

  public CampaignView of(Campaign campaign, UUID accountId) {
    return new CampaignView(
        campaign.id(),
        nameOf(campaign.organisationId()),
        nameOf(campaign.draft().audience().withinId()),
        campaign.state().name(),
        accountId.equals(campaign.createdBy()) || accountId.equals(campaign.sentBy()),
        written(campaign.draft()),
        campaign.createdAt(),
        campaign.sentAt(),
        campaign.recipients(),
        campaign.returnReason(),
        campaign.expiresAt(),
        campaign.audience(),
        campaign.told(),
        campaign.toldAll(),
        campaign.endedAt(),
        campaigns.progressOf(campaign.id()).stream()
            .map(
                one ->
                    new CampaignView.Progress(
                        MessageChannel.valueOf(one.channel()),
                        one.state(),
                        one.reason(),
                        one.messages()))
            .toList());
  }

  public static CampaignPreview preview(Preview preview) {
    return new CampaignPreview(
        preview.audience(),
        preview.told(),
        preview.audience() > SendCampaign.MOST_BY_ONE_PERSON,
        preview.ways().stream().map(CampaignViews::way).toList(),
        new CampaignPreview.Sms(
            preview.sms().parts(),
            preview.sms().kopecks(),
            preview.sms().expected(),
            preview.sms().most()));
  }

  public static CampaignTemplate template(ReadyWords.Ready ready) {
    return new CampaignTemplate(ready.name(), words(ready.russian()), words(ready.english()));
  }

  public static Draft draft(NewCampaign campaign) {
    CampaignWords english = campaign.english();
    return new Draft(
        words(campaign.words()),
        english == null ? null : words(english),
        campaign.countedDay(),
        audience(campaign.audience()),
        campaign.channels().stream().map(one -> Channel.valueOf(one.name())).toList(),
        campaign.category() == MessageCategory.AD ? Category.AD : Category.INFO,
        campaign.beginsAt());
  }

  /**
   * @throws Refusal where it was refused
   */
  public static Campaign done(CampaignOutcome outcome) {
    if (outcome instanceof CampaignOutcome.Done done) {
      return done.campaign();
    }
    throw new Refusal(problem(((CampaignOutcome.Refused) outcome).reason()));
  }

  private static ProblemType problem(CampaignOutcome.Reason reason) {
    return switch (reason) {
      case AUDIENCE_NOT_YOURS -> ProblemType.CAMPAIGN_AUDIENCE_NOT_YOURS;
      case PLACES_WRONG -> ProblemType.CAMPAIGN_PLACES_WRONG;
      case DAY_MISSING -> ProblemType.CAMPAIGN_DAY_MISSING;
      case SMS_WORDS_WRONG -> ProblemType.CAMPAIGN_SMS_WORDS_WRONG;
      case NOBODY_THERE -> ProblemType.CAMPAIGN_NOBODY;
      case WRONG_STATE -> ProblemType.CAMPAIGN_WRONG_STATE;
      case SAME_PERSON -> ProblemType.CAMPAIGN_SAME_PERSON;
      case KEY_OF_ANOTHER_REQUEST -> ProblemType.IDEMPOTENCY_MISMATCH;
    };
  }

  private String nameOf(UUID organisationId) {
    return organisations.get(organisationId).shortName();
  }

  private static NewCampaign written(Draft draft) {
    Words english = draft.english();
    Audience audience = draft.audience();
    String language = audience.language();
    return new NewCampaign(
        words(draft.russian()),
        english == null ? null : words(english),
        draft.countedDay(),
        new CampaignAudience(
            audience.withinId(),
            audience.kinds().stream().map(InstitutionKind::valueOf).toList(),
            audience.categories().stream().map(MemberCategory::valueOf).toList(),
            audience.cardStates().stream().map(CardStanding::valueOf).toList(),
            audience.roles().stream().map(MemberRole::valueOf).toList(),
            language == null ? null : MessageLanguage.valueOf(language)),
        draft.channels().stream().map(one -> MessageChannel.valueOf(one.name())).toList(),
        MessageCategory.valueOf(draft.category().name()),
        draft.beginsAt());
  }

  private static Audience audience(CampaignAudience asked) {
    return new Audience(
        asked.withinId(),
        names(asked.kinds()),
        names(asked.categories()),
        names(asked.cards()),
        names(asked.roles()),
        nameOrNull(asked.language()));
  }

  private static List<String> names(List<? extends Enum<?>> chosen) {
    return chosen.stream().<String>map(Enum::name).distinct().sorted().toList();
  }

  private static @Nullable String nameOrNull(@Nullable MessageLanguage language) {
    return language == null ? null : language.name();
  }

  /** Subject and SMS are one line; nowhere is a character that nobody can see. */
  private static Words words(CampaignWords words) {
    return new Words(
        oneLine(words.subject()),
        words.body().replaceAll("[\\p{Cntrl}&&[^\n]]", "").strip(),
        oneLine(words.brief()));
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }

  private static CampaignWords words(Words words) {
    return new CampaignWords(words.subject(), words.body(), words.brief());
  }

  private static CampaignPreview.Way way(Preview.Way way) {
    return new CampaignPreview.Way(
        MessageChannel.valueOf(way.channel().name()),
        way.reached(),
        way.first(),
        way.leftOut().entrySet().stream()
            .map(one -> new CampaignPreview.LeftOut(one.getKey(), one.getValue()))
            .toList());
  }
}
