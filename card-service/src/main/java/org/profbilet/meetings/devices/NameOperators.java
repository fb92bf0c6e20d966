package org.profbilet.meetings.devices;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.access.NotYours;
import org.profbilet.audit.Audit;
import org.profbilet.meetings.OwnMeetings;

/** Says who may hold the phones of a meeting: each gets a pin of her own. */
@Singleton
public class NameOperators {

  private final OwnMeetings ownMeetings;
  private final OperatorRepository operators;
  private final Audit audit;
  private final Clock clock;

  NameOperators(OwnMeetings ownMeetings, OperatorRepository operators, Audit audit, Clock clock) {
    this.ownMeetings = ownMeetings;
    this.operators = operators;
    this.audit = audit;
    this.clock = clock;
  }

  /** The pin itself, shown once. */
  public record Named(UUID id, String name, String pin) {
    @Override
    public String toString() {
      return "Named[" + id + "]";
    }
  }

  /**
   * An answer that was lost is asked for again with the same id and gets a new pin.
   *
   * @return empty where the id was used for somebody else
   * @throws NotYours where the meeting is of another organisation
   */
  @Transactional
  public Optional<Named> add(UUID accountId, UUID meetingId, UUID id, String name) {
    UUID organisationId = ownMeetings.open(accountId, meetingId).get(0).organisationId();
    OperatorPin pin = OperatorPin.random();
    while (operators.isTaken(meetingId, pin.hash(meetingId))) {
      pin = OperatorPin.random();
    }
    String shown = name.strip();
    int written =
        operators.insert(
            id, meetingId, organisationId, shown, pin.hash(meetingId), clock.instant());
    if (written == 0) {
      return Optional.empty();
    }
    audit.record(accountId, organisationId, "DOOR_OPERATOR_NAMED", id, Map.of());
    return Optional.of(new Named(id, shown, pin.value()));
  }

  /**
   * Those whose pins are good first.
   *
   * @throws NotYours where the meeting is of another organisation
   */
  @Transactional
  public List<OperatorRow> list(UUID accountId, UUID meetingId) {
    ownMeetings.open(accountId, meetingId);
    return operators.listOf(meetingId);
  }

  /**
   * Her pin is good no longer; what she has scanned stays hers.
   *
   * @throws NotYours where the meeting has nobody of this id
   */
  @Transactional
  public void end(UUID accountId, UUID meetingId, UUID operatorId) {
    UUID organisationId = ownMeetings.open(accountId, meetingId).get(0).organisationId();
    if (operators.markEnded(operatorId, meetingId, clock.instant()) == 0) {
      throw new NotYours();
    }
    audit.record(accountId, organisationId, "DOOR_OPERATOR_ENDED", operatorId, Map.of());
  }
}
