package org.profbilet.notifications.inbox;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.profbilet.privacy.DataCopy.Section;
import org.profbilet.privacy.PersonalData;

/** How a member wants messages to many: her copy of her data shows it. */
@Singleton
class MessageWishes implements PersonalData {

  private final InboxRepository inbox;

  MessageWishes(InboxRepository inbox) {
    this.inbox = inbox;
  }

  @Override
  public List<Section> of(UUID personId) {
    return List.of(new Section("message-wishes", "Рассылки", inbox.listWishes(personId)));
  }
}
