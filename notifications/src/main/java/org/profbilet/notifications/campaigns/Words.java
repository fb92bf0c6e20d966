package org.profbilet.notifications.campaigns;

import java.util.Locale;
import java.util.stream.Stream;
import org.profbilet.notifications.sms.SmsText;
import org.profbilet.notifications.wording.Template;

/**
 * What a campaign says in one language.
 *
 * @param subject as it stands, without places to fill: lists and histories show it too
 * @param body a template
 * @param brief what an SMS says, a template too; empty where none is sent
 */
public record Words(String subject, String body, String brief) {

  /** As long as the longest link and the largest count that a place is filled with. */
  private static final String LONG_LINK = "https://" + "x".repeat(20) + "/ticket";

  private static final long MANY_DAYS = 365;

  boolean areSound(Locale language) {
    return !subject.contains("{")
        && !subject.contains("}")
        && templates().allMatch(one -> one.isSound(language));
  }

  boolean countDays() {
    return templates().anyMatch(Template::countsDays);
  }

  /**
   * Of the SMS with every place filled; more than one can have counts as one too many.
   *
   * @param mark what stands before the words; empty for none
   */
  int smsParts(Locale language, String mark) {
    String filled = mark + new Template(brief).fill(language, LONG_LINK, MANY_DAYS);
    try {
      return SmsText.of(filled, 0).parts().size();
    } catch (IllegalArgumentException e) {
      return SmsText.MOST_PARTS + 1;
    }
  }

  private Stream<Template> templates() {
    return Stream.of(body, brief).map(Template::new);
  }
}
