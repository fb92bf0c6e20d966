package org.profbilet.consents;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;

/** Which words a member signed on a day. */
@Singleton
public class ConsentTexts {

  private final TextRepository texts;
  private final Today today;

  ConsentTexts(TextRepository texts, Today today) {
    this.texts = texts;
    this.today = today;
  }

  public Optional<ConsentText> findInForce(Purpose purpose, LocalDate day) {
    return texts.findInForce(purpose, day);
  }

  /** What is signed today; of every purpose there are such words. */
  public ConsentText inForceToday(Purpose purpose) {
    return findInForce(purpose, today.date()).orElseThrow();
  }

  Optional<ConsentText> find(Purpose purpose, String version) {
    return texts.find(purpose, version);
  }

  /** Newer words, in force by this day, ask everybody anew. */
  boolean isReplaced(ConsentText text, LocalDate day) {
    return texts.list().stream()
        .filter(newer -> newer.purpose() == text.purpose())
        .filter(newer -> newer.effectiveFrom().isAfter(text.effectiveFrom()))
        .filter(newer -> !newer.effectiveFrom().isAfter(day))
        .anyMatch(newer -> !newer.keepsEarlier());
  }
}
