package org.profbilet.contract.open;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * @param outcome VALID, NOT_VALID, or STALE: a code of a phone lives a minute, and this one is
 *     older (an open list)
 * @param initials surname, name and patronymic, three capital letters, "Ъ" for a name she does not
 *     have; to be compared with a document; only where the outcome is VALID
 */
@Serdeable
public record CheckAnswer(String outcome, @Nullable String initials) {
  @Override
  public String toString() {
    return "CheckAnswer[" + outcome + "]";
  }
}
