package org.profbilet.memberlists;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;

/**
 * What undoing a load did.
 *
 * @param removed people whom the list had added and who are gone as if never loaded
 * @param restored people whose records are as they were before
 * @param kept people who stay as they are, because somebody has worked with them since
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record UndoResult(int removed, int restored, List<Kept> kept) {

  public UndoResult {
    kept = List.copyOf(kept);
  }

  @Serdeable
  public record Kept(UUID personId, Reason reason) {}

  /** Why a person stays; each has a sentence in the message bundle. */
  public enum Reason {
    RECORD_CHANGED,
    NO_LONGER_ON_RECORD,
    ADDRESS_CHANGED,
    CONSENT_CHANGED,
    RETURNED_WITH_CHANGES,
    /** A ticket, a printed consent, a meeting or a message refers to her. */
    IN_USE
  }
}
