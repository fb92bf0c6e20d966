package org.profbilet.notifications.campaigns;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.profbilet.notifications.wording.Wording;

/** Words to begin with, so that nobody starts from an empty page. */
@Singleton
public class ReadyWords {

  private static final String BUNDLE = "org.profbilet.notifications.campaigns";
  private static final List<String> CODES = List.of("meeting", "cards", "consents", "news");

  /** The same message in both languages. */
  public record Ready(String name, Words russian, Words english) {}

  public List<Ready> list() {
    return CODES.stream()
        .map(
            code ->
                new Ready(
                    bundle(Wording.RUSSIAN).getString(code + ".name"),
                    words(Wording.RUSSIAN, code),
                    words(Wording.ENGLISH, code)))
        .toList();
  }

  private static Words words(Locale language, String code) {
    ResourceBundle bundle = bundle(language);
    return new Words(
        bundle.getString(code + ".subject"),
        bundle.getString(code + ".body"),
        bundle.getString(code + ".brief"));
  }

  private static ResourceBundle bundle(Locale language) {
    return ResourceBundle.getBundle(
        BUNDLE,
        language,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
