package org.profbilet.notifications.campaigns;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.profbilet.consents.Channel;
import org.profbilet.notifications.wording.Wording;

/**
 * What a campaign says, to whom, and by which ways; nobody changes it once it was sent off.
 *
 * @param english null where there is none: everybody reads the Russian words
 * @param countedDay to which {@code {days}} counts
 * @param channels each is tried where the one before it reached nobody; always push, e-mail, SMS
 * @param category whether it advertises
 * @param beginsAt not before; null for as soon as it may
 */
public record Draft(
    Words russian,
    @Nullable Words english,
    @Nullable LocalDate countedDay,
    Audience audience,
    List<Channel> channels,
    Category category,
    @Nullable Instant beginsAt) {

  private static final List<Channel> ORDER = List.of(Channel.PUSH, Channel.EMAIL, Channel.SMS);

  public Draft {
    List<Channel> chosen = List.copyOf(channels);
    channels = ORDER.stream().filter(chosen::contains).toList();
  }

  Stream<Words> words() {
    return english == null ? Stream.of(russian) : Stream.of(russian, english);
  }

  /**
   * Of the SMS in the language that needs more.
   *
   * @param sender the name of the organisation, which advertising has to tell
   */
  int smsParts(String sender) {
    int parts = smsParts(russian, Wording.RUSSIAN, sender);
    return english == null ? parts : Math.max(parts, smsParts(english, Wording.ENGLISH, sender));
  }

  private int smsParts(Words words, Locale language, String sender) {
    return words.smsParts(
        language, category == Category.AD ? Wording.adMark(language, sender) : "");
  }
}
