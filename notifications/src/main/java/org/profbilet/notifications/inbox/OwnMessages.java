package org.profbilet.notifications.inbox;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.profbilet.access.NotYours;
import org.profbilet.access.RowScope;
import org.profbilet.consents.Channel;
import org.profbilet.consents.ChooseAds;
import org.profbilet.consents.Evidence;
import org.profbilet.notifications.channels.Message;
import org.profbilet.notifications.inbox.InboxRepository.Found;
import org.profbilet.notifications.outbox.Broadcasts;
import org.profbilet.notifications.outbox.NoticeKind;
import org.profbilet.notifications.wording.Wording;

/**
 * The messages of a member in her own page: she reads them whether or not she agreed to be sent
 * anything, because nothing is sent.
 */
@Singleton
public class OwnMessages {

  private final RowScope rows;
  private final InboxRepository inbox;
  private final Broadcasts broadcasts;
  private final Wording wording;
  private final ChooseAds ads;

  OwnMessages(
      RowScope rows, InboxRepository inbox, Broadcasts broadcasts, Wording wording, ChooseAds ads) {
    this.rows = rows;
    this.inbox = inbox;
    this.broadcasts = broadcasts;
    this.wording = wording;
    this.ads = ads;
  }

  /** The newest hundred. */
  @Transactional
  public List<OwnMessage> list(UUID personId) {
    rows.person(personId);
    Locale language = Locale.forLanguageTag(wishes(personId).language());
    return inbox.list(personId).stream().map(one -> read(one, personId, language)).toList();
  }

  /** Of the newest hundred. */
  @Transactional
  public int countUnread(UUID personId) {
    rows.person(personId);
    return inbox.countUnread(personId);
  }

  /**
   * Reading twice is reading once. Nobody but she learns of it, not even how many have read what:
   * it is no receipt for whoever wrote.
   *
   * @throws NotYours where it is no message of hers
   */
  @Transactional
  public void markRead(UUID personId, UUID messageId) {
    rows.person(personId);
    if (!inbox.isHers(personId, messageId)) {
      throw new NotYours();
    }
    inbox.markRead(personId, messageId);
  }

  /** The newest two hundred; what was withheld is among them. */
  @Transactional
  public List<SentMessage> listSent(UUID personId) {
    rows.person(personId);
    return inbox.listSent(personId);
  }

  @Transactional
  public Preferences preferences(UUID personId) {
    rows.person(personId);
    return wishes(personId);
  }

  /**
   * In force for the next hand-over; a "no" to advertising waits for one that is under way.
   *
   * @param evidence by what she says it
   */
  @Transactional
  public Preferences prefer(UUID personId, Preferences wanted, Evidence evidence) {
    rows.person(personId);
    ads.choose(personId, wanted.ads(), evidence);
    String muted =
        wanted.muted().stream().map(Channel::name).sorted().collect(Collectors.joining(","));
    inbox.keep(personId, wanted.language(), muted);
    return wanted;
  }

  private Preferences wishes(UUID personId) {
    InboxRepository.Wishes kept =
        inbox.find(personId).orElseGet(() -> new InboxRepository.Wishes("RU", ""));
    return new Preferences(
        kept.language(),
        Arrays.stream(kept.muted().split(","))
            .filter(one -> !one.isEmpty())
            .map(Channel::valueOf)
            .collect(Collectors.toSet()),
        ads.areWanted(personId));
  }

  private OwnMessage read(Found found, UUID personId, Locale language) {
    UUID campaignId = found.campaignId();
    Message message =
        campaignId == null
            ? wording.message(
                NoticeKind.valueOf(found.kind()).wording(), found.id(), personId, language)
            : broadcasts.message(campaignId, found.id(), personId);
    return new OwnMessage(
        found.id(),
        found.at(),
        found.category(),
        found.isRead(),
        message.subject(),
        message.body());
  }
}
