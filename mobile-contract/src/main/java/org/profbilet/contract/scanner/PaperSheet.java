package org.profbilet.contract.scanner;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;

/**
 * A numbered sheet for times without phones.
 *
 * @param entered lines that were entered already
 */
@Serdeable
public record PaperSheet(UUID id, UUID listId, String name, int lines, List<Long> entered) {

  public PaperSheet {
    entered = List.copyOf(entered);
  }
}
