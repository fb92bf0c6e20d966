package org.profbilet.notifications.notices;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.profbilet.privacy.DataCopy.Section;
import org.profbilet.privacy.PersonalData;

/** Which messages were for a person, and what became of them: her copy of her data shows it. */
@Singleton
class SentMessages implements PersonalData {

  private final SentMessageRepository messages;

  SentMessages(SentMessageRepository messages) {
    this.messages = messages;
  }

  @Override
  public List<Section> of(UUID personId) {
    return List.of(new Section("messages", "Сообщения от Профсоюза", messages.list(personId)));
  }
}
