package org.profbilet.api.chair;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.profbilet.contract.chair.ChoiceMode;
import org.profbilet.requests.Selection;

/** The choice of a request in the words of the register. */
final class Choice {

  private Choice() {}

  static Selection of(ChoiceMode mode, Collection<UUID> ids) {
    return switch (mode) {
      case ONLY -> Selection.only(Set.copyOf(ids));
      case ALL_EXCEPT -> Selection.allExcept(Set.copyOf(ids));
    };
  }
}
