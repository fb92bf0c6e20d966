package org.profbilet.audit;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes what was done into the same transaction as the deed itself. */
@Singleton
public class Audit {

  private final EntryRepository entries;
  private final Clock clock;

  Audit(EntryRepository entries, Clock clock) {
    this.entries = entries;
    this.clock = clock;
  }

  /**
   * @param accountId who acted, or null for the system and for a member herself
   * @param organisationId for which organisation, or null
   * @param action the use case in a word, for example {@code CARD_ISSUED}
   * @param subjectId the row acted on, or null where there is none or many
   * @param details ids, states and counts; never personal data
   */
  public void record(
      @Nullable UUID accountId,
      @Nullable UUID organisationId,
      String action,
      @Nullable UUID subjectId,
      Map<String, Object> details) {
    entries.save(
        new Entry(
            UuidCreator.getTimeOrderedEpoch(),
            clock.instant(),
            accountId,
            organisationId,
            action,
            subjectId,
            details));
  }
}
