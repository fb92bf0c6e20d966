package org.profbilet.notifications.campaigns;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.profbilet.consents.Channel;
import org.profbilet.notifications.campaigns.CampaignRepository.Seen;
import org.profbilet.notifications.channels.Sender;
import org.profbilet.organisations.Organisations;

/**
 * Counts, before anything is sent, whom a campaign reaches by which channel, why others are left
 * out, and what it costs. No name leaves the database for it.
 */
@Singleton
public class PreviewCampaign {

  static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

  private final CampaignRepository campaigns;
  private final Organisations organisations;
  private final Set<Channel> served;
  private final long price;
  private final Clock clock;

  PreviewCampaign(
      CampaignRepository campaigns,
      Organisations organisations,
      List<Sender> senders,
      @Value("${profbilet.sms.price:0}") long price,
      Clock clock) {
    this.campaigns = campaigns;
    this.organisations = organisations;
    this.served = senders.stream().map(Sender::channel).collect(Collectors.toSet());
    this.price = price;
    this.clock = clock;
  }

  @Transactional
  public Preview of(Campaign campaign) {
    List<Seen> people = campaigns.preview(campaign.id(), LocalDate.now(clock.withZone(MOSCOW)));
    List<Channel> channels = campaign.draft().channels();
    List<Preview.Way> ways =
        channels.stream().map(channel -> way(people, channels, channel)).toList();
    int told = ways.stream().mapToInt(Preview.Way::first).sum();
    return new Preview(
        people.stream().mapToInt(Seen::people).sum(), told, ways, sms(campaign, ways));
  }

  private Preview.Way way(List<Seen> people, List<Channel> channels, Channel channel) {
    int reached = 0;
    int first = 0;
    Map<String, Integer> leftOut = new TreeMap<>();
    for (Seen alike : people) {
      String reason = reason(alike, channel);
      if (reason != null) {
        leftOut.merge(reason, alike.people(), Integer::sum);
        continue;
      }
      reached += alike.people();
      if (isFirst(alike, channels, channel)) {
        first += alike.people();
      }
    }
    return new Preview.Way(channel, reached, first, leftOut);
  }

  private boolean isFirst(Seen alike, List<Channel> channels, Channel channel) {
    return channels.stream()
        .filter(one -> reason(alike, one) == null)
        .findFirst()
        .filter(channel::equals)
        .isPresent();
  }

  private @Nullable String reason(Seen alike, Channel channel) {
    if (!served.contains(channel)) {
      return "NO_ROUTE";
    }
    return switch (channel) {
      case PUSH -> alike.push();
      case EMAIL -> alike.email();
      case SMS -> alike.sms();
      case NONE -> "NO_ROUTE";
    };
  }

  private Preview.Sms sms(Campaign campaign, List<Preview.Way> ways) {
    return ways.stream()
        .filter(way -> way.channel() == Channel.SMS)
        .findFirst()
        .map(
            way -> {
              String sender = organisations.get(campaign.organisationId()).shortName();
              int parts = campaign.draft().smsParts(sender);
              long each = parts * price;
              return new Preview.Sms(parts, price, way.first() * each, way.reached() * each);
            })
        .orElseGet(() -> new Preview.Sms(0, price, 0, 0));
  }
}
