package org.profbilet.notifications.campaigns;

import java.util.Locale;
import java.util.stream.Stream;
import org.profbilet.notifications.wording.Template;

/**
 * What a campaign says in one language.
 *
 * @param subject as it stands, without places to fill: lists and histories show it too
 * @param body a template
 * @param brief what an SMS says, a template too; empty where none is sent
 */
public record Words(String subject, String body, String brief) {

  boolean areSound(Locale language) {
    return !subject.contains("{")
        && !subject.contains("}")
        && templates().allMatch(one -> one.isSound(language));
  }

  boolean countDays() {
    return templates().anyMatch(Template::countsDays);
  }

  private Stream<Template> templates() {
    return Stream.of(body, brief).map(Template::new);
  }
}
