package org.profbilet.members.transfers;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.profbilet.audit.Audit;
import org.profbilet.organisations.Level;
import org.profbilet.organisations.Organisation;
import org.profbilet.organisations.Organisations;
import org.profbilet.organisations.Status;

/** An office says which primary takes over the members of a closed one. */
@Singleton
public class NameReceiver {

  private final TakeoverRepository repository;
  private final Organisations organisations;
  private final Audit audit;
  private final Clock clock;

  NameReceiver(
      TakeoverRepository repository, Organisations organisations, Audit audit, Clock clock) {
    this.repository = repository;
    this.organisations = organisations;
    this.audit = audit;
    this.clock = clock;
  }

  /** What became of it. */
  public enum Outcome {
    NAMED,
    NOT_CLOSED,
    NOT_A_WORKING_PRIMARY
  }

  @Transactional
  public Outcome name(UUID accountId, UUID closedId, UUID receivingId) {
    Organisation closed = organisations.get(closedId);
    Organisation receiving = organisations.get(receivingId);
    if (closed.level() != Level.PRIMARY
        || (closed.status() != Status.EXCLUDED && closed.status() != Status.MERGED)) {
      return Outcome.NOT_CLOSED;
    }
    if (receiving.level() != Level.PRIMARY || receiving.status() != Status.ACTIVE) {
      return Outcome.NOT_A_WORKING_PRIMARY;
    }
    repository.name(closedId, receivingId, accountId, clock.instant());
    audit.record(
        accountId, closedId, "RECEIVER_NAMED", receivingId, Map.of("to", receivingId.toString()));
    return Outcome.NAMED;
  }
}
