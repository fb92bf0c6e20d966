package org.profbilet.contract.scanner;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * What became of taking an entry back.
 *
 * @param message the sentence for the volunteer, in Russian
 */
@Serdeable
public record VoidAnswer(
    UUID voidId, UUID scanId, Outcome outcome, boolean replayed, String message) {

  public enum Outcome {
    VOIDED,
    /** A volunteer has 15 minutes; the registrar can still do it. */
    VOID_TOO_LATE,
    /** A volunteer takes back only what the same phone has scanned. */
    VOID_OTHER_DEVICE,
    /** Nobody came in by it. */
    VOID_NOT_ADMITTED,
    VOID_ALREADY
  }
}
