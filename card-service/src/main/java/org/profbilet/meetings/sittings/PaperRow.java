package org.profbilet.meetings.sittings;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.profbilet.contract.chair.NewSittingPaper.Kind;
import org.profbilet.contract.chair.Sittings.Paper;

/**
 * A paper as it was frozen.
 *
 * @param words XHTML
 * @param hash SHA-256 of the words, in hex
 */
@MappedEntity(value = "paper", schema = "meetings")
record PaperRow(
    @Id UUID id,
    UUID sittingId,
    UUID organisationId,
    Kind kind,
    int version,
    Instant madeAt,
    UUID madeBy,
    String words,
    String hash,
    String requestHash) {

  Paper shown() {
    return new Paper(id, kind, version, madeAt, hash);
  }

  @Override
  public String toString() {
    return "PaperRow[" + id + "]";
  }
}
