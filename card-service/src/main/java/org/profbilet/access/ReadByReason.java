package org.profbilet.access;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.audit.Audit;
import org.profbilet.organisations.Level;
import org.profbilet.organisations.Organisations;

/**
 * Lists do not travel upwards (seed 000). Who needs a named record of a primary below says why;
 * that opens this one primary to her for an hour, and every member whose row she sees can read who
 * and why.
 */
@Singleton
public class ReadByReason {

  static final Duration WINDOW = Duration.ofHours(1);

  private final ReadingRepository readings;
  private final Organisations organisations;
  private final Audit audit;
  private final Clock clock;

  ReadByReason(ReadingRepository readings, Organisations organisations, Audit audit, Clock clock) {
    this.readings = readings;
    this.organisations = organisations;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * One primary at a time: what was open before is closed.
   *
   * @param id the key of the request
   * @return empty where the key opened something else before
   * @throws NotYours where the organisation is no primary
   */
  @Transactional
  public Optional<Reading> open(Acting office, UUID primaryId, UUID id, String reason) {
    if (organisations.get(primaryId).level() != Level.PRIMARY) {
      throw new NotYours();
    }
    UUID account = office.accountId();
    Optional<Reading> earlier = readings.findById(id);
    if (earlier.isPresent()) {
      return earlier.filter(
          reading ->
              reading.accountId().equals(account)
                  && reading.primaryId().equals(primaryId)
                  && reading.reason().equals(reason));
    }
    Instant now = clock.instant();
    readings.markClosed(account, now);
    Reading reading =
        new Reading(id, account, office.organisationId(), primaryId, reason, now, now.plus(WINDOW));
    readings.save(reading);
    audit.record(account, primaryId, "OPENED_BY_REASON", id, Map.of());
    return Optional.of(reading);
  }

  /**
   * The caller as a reader of the primary that she opened.
   *
   * @throws NotYours where the reading is not hers, or its hour is over
   */
  public Acting reader(UUID accountId, UUID primaryId) {
    return readings
        .findOpen(accountId, clock.instant())
        .filter(reading -> reading.primaryId().equals(primaryId))
        .map(reading -> new Acting(accountId, primaryId, Level.PRIMARY, Role.READER))
        .orElseThrow(NotYours::new);
  }
}
