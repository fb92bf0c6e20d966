package org.profbilet.requests;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Either these, or all but these: the two ways in which a chair marks a list.
 *
 * @param ids the chosen ones, or the ones left out
 */
public record Selection(Mode mode, Set<UUID> ids) {

  /** How the ids are meant. */
  public enum Mode {
    ONLY,
    ALL_EXCEPT
  }

  public Selection {
    ids = Set.copyOf(ids);
  }

  public static Selection only(Set<UUID> ids) {
    return new Selection(Mode.ONLY, ids);
  }

  public static Selection allExcept(Set<UUID> ids) {
    return new Selection(Mode.ALL_EXCEPT, ids);
  }

  public boolean isOnly() {
    return mode == Mode.ONLY;
  }

  /** The same words for the same choice, in whatever order it came. */
  @Override
  public String toString() {
    return mode
        + ids.stream().map(UUID::toString).sorted().collect(Collectors.joining(",", "[", "]"));
  }
}
