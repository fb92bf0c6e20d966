package org.profbilet.notifications.campaigns;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.consents.Channel;
import org.profbilet.notifications.campaigns.CampaignRepository.OwnWords;
import org.profbilet.notifications.channels.Message;
import org.profbilet.notifications.outbox.Broadcasts;
import org.profbilet.notifications.wording.Wording;

/** Tells the dispatcher whether a message of a campaign may go, and what it says. */
@Singleton
class CampaignBroadcasts implements Broadcasts {

  private static final int DAY_BEGINS = 9;
  private static final int NIGHT_BEGINS = 21;

  private final CampaignRepository campaigns;
  private final Wording wording;
  private final Clock clock;

  CampaignBroadcasts(CampaignRepository campaigns, Wording wording, Clock clock) {
    this.campaigns = campaigns;
    this.wording = wording;
    this.clock = clock;
  }

  /** The state is read after the lock, so that nobody who stopped it meanwhile is missed. */
  @Override
  public Standing hold(UUID campaignId, UUID personId, Channel channel, String zone) {
    campaigns.goAlong(campaignId);
    CampaignRepository.Standing now =
        campaigns.findStanding(campaignId, personId, channel.name()).orElseThrow();
    return switch (now.state()) {
      case CANCELLED -> Standing.CANCELLED;
      case DRAFT, WAITING, PAUSED -> Standing.NOT_NOW;
      case RUNNING, DONE ->
          isNight(zone) ? Standing.NOT_NOW : now.muted() ? Standing.MUTED : Standing.GOES;
    };
  }

  @Override
  public boolean isAd(UUID campaignId) {
    return campaigns.isAd(campaignId);
  }

  @Override
  public Message message(UUID campaignId, UUID deliveryId, UUID personId) {
    OwnWords words = campaigns.findWords(campaignId, personId).orElseThrow();
    Locale language = Locale.forLanguageTag(words.language());
    Message message =
        wording.written(
            deliveryId,
            personId,
            language,
            daysTo(words.countedDay()),
            words.subject(),
            words.body(),
            words.brief());
    return words.category() == Category.AD
        ? wording.marked(message, language, words.sender())
        : message;
  }

  private long daysTo(@Nullable LocalDate day) {
    return day == null
        ? 0
        : Math.max(
            0, ChronoUnit.DAYS.between(LocalDate.now(clock.withZone(PreviewCampaign.MOSCOW)), day));
  }

  private boolean isNight(String zone) {
    int hour = clock.instant().atZone(ZoneId.of(zone)).getHour();
    return hour < DAY_BEGINS || hour >= NIGHT_BEGINS;
  }
}
