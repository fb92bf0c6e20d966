package org.profbilet.notifications.inbox;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.profbilet.access.RowScope;
import org.profbilet.consents.Channel;
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

  OwnMessages(RowScope rows, InboxRepository inbox, Broadcasts broadcasts, Wording wording) {
    this.rows = rows;
    this.inbox = inbox;
    this.broadcasts = broadcasts;
    this.wording = wording;
  }

  /** The newest hundred. */
  @Transactional
  public List<OwnMessage> list(UUID personId) {
    rows.person(personId);
    Locale language = Locale.forLanguageTag(wishes(personId).language());
    return inbox.list(personId).stream().map(one -> read(one, personId, language)).toList();
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

  /** In force for the next hand-over. */
  @Transactional
  public Preferences prefer(UUID personId, Preferences wanted) {
    rows.person(personId);
    String muted =
        wanted.muted().stream().map(Channel::name).sorted().collect(Collectors.joining(","));
    inbox.keep(personId, wanted.language(), muted);
    return wanted;
  }

  private Preferences wishes(UUID personId) {
    return inbox
        .find(personId)
        .map(
            kept ->
                new Preferences(
                    kept.language(),
                    Arrays.stream(kept.muted().split(","))
                        .filter(one -> !one.isEmpty())
                        .map(Channel::valueOf)
                        .collect(Collectors.toSet())))
        .orElse(Preferences.NONE);
  }

  private OwnMessage read(Found found, UUID personId, Locale language) {
    UUID campaignId = found.campaignId();
    Message message =
        campaignId == null
            ? wording.message(
                NoticeKind.valueOf(found.kind()).wording(), found.id(), personId, language)
            : broadcasts.message(campaignId, found.id(), personId);
    return new OwnMessage(found.id(), found.at(), message.subject(), message.body());
  }
}
