package org.profbilet.meetings.devices;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Somebody takes a shared phone into her hands and says so with her pin. */
@Singleton
public class TakePhone {

  private static final int MOST_TRIES = 5;
  private static final Duration PAUSE = Duration.ofMinutes(15);

  private final Doors doors;
  private final OperatorRepository operators;
  private final Clock clock;

  TakePhone(Doors doors, OperatorRepository operators, Clock clock) {
    this.doors = doors;
    this.operators = operators;
    this.clock = clock;
  }

  /** What became of the pin. */
  public sealed interface Outcome {

    record Taken(UUID operatorId, String name) implements Outcome {}

    record Refused(Reason reason) implements Outcome {}
  }

  /** Why nobody holds the phone now. */
  public enum Reason {
    PIN_WRONG,
    /** Five wrong ones within a quarter of an hour. */
    PIN_GUESSED
  }

  /**
   * @throws DeviceRevoked where the device's right has ended
   */
  @Transactional
  public Outcome take(UUID deviceId, String pin) {
    UUID meetingId = doors.enter(deviceId).lists().get(0).meetingId();
    Instant now = clock.instant();
    Instant since = now.minus(PAUSE);
    if (operators.isGuessing(deviceId, MOST_TRIES, since)) {
      return new Outcome.Refused(Reason.PIN_GUESSED);
    }
    OperatorRow operator =
        operators.find(meetingId, new OperatorPin(pin).hash(meetingId)).orElse(null);
    if (operator == null) {
      operators.markWrongPin(deviceId, since, now);
      return new Outcome.Refused(Reason.PIN_WRONG);
    }
    operators.markRightPin(deviceId);
    return new Outcome.Taken(operator.id(), operator.name());
  }
}
