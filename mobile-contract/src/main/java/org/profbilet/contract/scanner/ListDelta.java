package org.profbilet.contract.scanner;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * The parts of an offline list that a device does not have yet. Records fall into 256 parts by the
 * first two hex digits of their names; the device puts these parts in place of its own, and
 * believes the whole only when the signed manifest fits.
 *
 * @param manifest as in {@link ListBundle}
 * @param list with the records of the changed parts only
 * @param parts which parts these are, two hex digits each
 */
@Serdeable
public record ListDelta(String manifest, ListBundle.OfflineList list, List<String> parts) {

  public ListDelta {
    parts = List.copyOf(parts);
  }
}
