package org.profbilet.contract.scanner;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decided scan.
 *
 * @param replayed the answer was given before and is repeated
 * @param message the sentence for the volunteer, in Russian
 * @param person only where the credential proved itself
 * @param first the entry that made the person present; of a DUPLICATE
 * @param attention the volunteer looks up: something about this person is for the registrar
 * @param questions to be answered; the same scan is then sent again with the answers
 * @param effectiveAt when it happened, by the best knowledge of the server
 * @param counters as they are now, also in a repeated answer
 */
@Serdeable
public record ScanAnswer(
    UUID scanId,
    boolean replayed,
    ScanOutcome outcome,
    ScanReason reason,
    NextAction nextAction,
    String message,
    UUID listId,
    @Nullable PersonAtDoor person,
    @Nullable FirstEntry first,
    boolean attention,
    List<DoorQuestion> questions,
    Instant effectiveAt,
    Instant receivedAt,
    Counters counters) {

  public ScanAnswer {
    questions = List.copyOf(questions);
  }
}
