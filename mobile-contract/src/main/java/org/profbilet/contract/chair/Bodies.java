package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;

/**
 * Elected bodies that an organisation deals with.
 *
 * @param own those it has elected
 * @param above those of the organisations above, to which it may send delegates
 */
@Serdeable
public record Bodies(List<Line> own, List<Line> above) {

  public Bodies {
    own = List.copyOf(own);
    above = List.copyOf(above);
  }

  @Serdeable
  public record Line(UUID id, String name, BodyKind kind, String organisation) {}
}
