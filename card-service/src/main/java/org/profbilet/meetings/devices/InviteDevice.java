package org.profbilet.meetings.devices;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.profbilet.access.NotYours;
import org.profbilet.audit.Audit;
import org.profbilet.contract.chair.NewInvitation;
import org.profbilet.contract.scanner.DeviceRole;
import org.profbilet.meetings.CheckInList;
import org.profbilet.meetings.OwnMeetings;

/** Makes the code that turns one phone into a device at a door of a meeting. */
@Singleton
public class InviteDevice {

  static final Duration LIFE = Duration.ofHours(24);

  private final OwnMeetings ownMeetings;
  private final DeviceRepository devices;
  private final Audit audit;
  private final Clock clock;

  InviteDevice(OwnMeetings ownMeetings, DeviceRepository devices, Audit audit, Clock clock) {
    this.ownMeetings = ownMeetings;
    this.devices = devices;
    this.audit = audit;
    this.clock = clock;
  }

  /** The code itself, shown once. */
  public record Invited(UUID id, String door, String code, Instant expiresAt) {
    @Override
    public String toString() {
      return "Invited[" + id + "]";
    }
  }

  /**
   * An answer that was lost is asked for again with the same id: as only a hash is kept, the same
   * invitation then gets a new code and the lost one dies.
   *
   * @return empty where the id was used for another invitation or a phone has taken it
   */
  @Transactional
  public Optional<Invited> invite(UUID accountId, UUID meetingId, UUID id, NewInvitation asked) {
    List<CheckInList> own = ownMeetings.open(accountId, meetingId);
    CheckInList list = own.get(0);
    InvitationCode code = InvitationCode.random();
    Instant now = clock.instant();
    Instant expiresAt = now.plus(LIFE);
    String place = asked.door().strip();
    DeviceRole role = asked.role() == null ? DeviceRole.VOLUNTEER : asked.role();
    int written =
        devices.insertInvitation(
            id,
            meetingId,
            place,
            role.name(),
            lists(own, asked.listIds()),
            asked.validUntil(),
            code.hash(),
            expiresAt,
            accountId,
            now);
    if (written == 0) {
      return Optional.empty();
    }
    audit.record(
        accountId, list.organisationId(), "DEVICE_INVITED", id, Map.of("role", role.name()));
    return Optional.of(new Invited(id, place, code.value(), expiresAt));
  }

  /** Of this meeting only. */
  private static String lists(List<CheckInList> own, List<UUID> asked) {
    Set<UUID> known = own.stream().map(CheckInList::id).collect(Collectors.toSet());
    if (!known.containsAll(asked)) {
      throw new NotYours();
    }
    return asked.stream().map(UUID::toString).sorted().collect(Collectors.joining(","));
  }
}
