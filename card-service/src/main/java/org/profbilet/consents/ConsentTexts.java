package org.profbilet.consents;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;

/** Which words a member signed on a day. */
@Singleton
public class ConsentTexts {

  private final TextRepository texts;

  ConsentTexts(TextRepository texts) {
    this.texts = texts;
  }

  public Optional<ConsentText> findInForce(Purpose purpose, LocalDate day) {
    return texts.findInForce(purpose, day);
  }
}
