package org.profbilet.organisations.passport;

import java.util.List;

/** What became of a change of a passport. */
public sealed interface ChangeOutcome {

  /**
   * @param fields those that hold something else now
   */
  record Changed(List<PassportField> fields) implements ChangeOutcome {
    public Changed {
      fields = List.copyOf(fields);
    }
  }

  /** Nothing was changed: these values are not what their fields hold. */
  record Wrong(List<PassportField> fields) implements ChangeOutcome {
    public Wrong {
      fields = List.copyOf(fields);
    }
  }

  /** Nothing was changed: a passport says what is so, not what will be. */
  record InFuture() implements ChangeOutcome {}
}
