package org.profbilet.contract.scanner;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decided scan.
 *
 * @param replayed the answer was given before and is repeated
 * @param message the sentence for the volunteer, in Russian
 * @param person only where the credential proved itself
 * @param first the entry that made the person present; of a DUPLICATE
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
    Instant effectiveAt,
    Instant receivedAt,
    Counters counters) {}
