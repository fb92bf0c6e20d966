package org.profbilet.notifications.wording;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import org.profbilet.notifications.channels.Message;
import org.profbilet.notifications.channels.Message.WayOut;

/**
 * Finds the words of a notice. They hold links and nothing personal, so that a message in wrong
 * hands tells only that the Union wrote.
 */
@Singleton
public class Wording {

  public static final Locale RUSSIAN = Locale.forLanguageTag("ru");
  public static final Locale ENGLISH = Locale.forLanguageTag("en");

  private static final String BUNDLE = "org.profbilet.notifications.messages";

  /** A language that is not there must not fall back to that of the machine. */
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final String publicUrl;

  Wording(@Value("${profbilet.public-url:`http://localhost:8080`}") String publicUrl) {
    this.publicUrl = publicUrl;
  }

  /**
   * @param key of the notice, for example {@code card-issued}
   */
  public Message message(String key, UUID deliveryId, UUID personId, Locale language) {
    return new Message(
        deliveryId,
        personId,
        text(language, key + ".subject"),
        text(language, key + ".body", publicUrl),
        text(language, key + ".brief", publicUrl),
        text(language, "push.hint"),
        WayOut.CHANNEL);
  }

  /** Words that somebody else wrote; the places in body and brief are filled. */
  public Message written(
      UUID deliveryId,
      UUID personId,
      Locale language,
      long days,
      String subject,
      String body,
      String brief) {
    String link = publicUrl + "/ticket";
    return new Message(
        deliveryId,
        personId,
        subject,
        new Template(body).fill(language, link, days),
        new Template(brief).fill(language, link, days),
        text(language, "push.hint"),
        WayOut.CHANNEL);
  }

  /** Advertising says what it is, and who sends it, before anything else. */
  public Message marked(Message message, Locale language, String sender) {
    String mark = adMark(language, sender);
    return new Message(
        message.id(),
        message.personId(),
        message.subject(),
        mark.strip() + "\n\n" + message.body(),
        mark + message.brief(),
        text(language, "push.hint-ad"),
        WayOut.ADS);
  }

  /** «Реклама. ППО школы № 17. », as it stands before the words. */
  public static String adMark(Locale language, String sender) {
    return format(language, "ad.mark", sender) + " ";
  }

  /** The letter with a code that its reader asked for; there is nothing to stop in it. */
  public Message code(UUID activationId, UUID personId, String code, Locale language) {
    return new Message(
        activationId,
        personId,
        text(language, "activation-code.subject"),
        text(language, "activation-code.body", publicUrl, code),
        text(language, "activation-code.brief", code),
        text(language, "push.hint"),
        WayOut.NONE);
  }

  public String text(Locale language, String key, Object... values) {
    return format(language, key, values);
  }

  private static String format(Locale language, String key, Object... values) {
    String pattern = ResourceBundle.getBundle(BUNDLE, language, NO_FALLBACK).getString(key);
    return new MessageFormat(pattern, language).format(values);
  }
}
