package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/**
 * Consent sheets that were printed together.
 *
 * @param number as it stands in the corner
 * @param textVersion the words on these sheets; to be sent along when they are recorded
 * @param members those still on record, undecided ones first, then by surname
 */
@Serdeable
public record PrintedConsents(
    int number,
    ConsentPurpose purpose,
    String textVersion,
    Instant printedAt,
    List<ConsentList.Member> members) {

  public PrintedConsents {
    members = List.copyOf(members);
  }
}
