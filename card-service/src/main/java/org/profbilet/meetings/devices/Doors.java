package org.profbilet.meetings.devices;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.profbilet.access.NotYours;
import org.profbilet.access.RowScope;
import org.profbilet.meetings.CheckInList;
import org.profbilet.meetings.Lists;

/** Opens the rows of its meeting to a device that is alive. Call it first in a transaction. */
@Singleton
public class Doors {

  private final DeviceRepository devices;
  private final Lists lists;
  private final RowScope scope;
  private final Clock clock;

  Doors(DeviceRepository devices, Lists lists, RowScope scope, Clock clock) {
    this.devices = devices;
    this.lists = lists;
    this.scope = scope;
    this.clock = clock;
  }

  /** A device and that one of its lists which was asked for. */
  public record AtList(Door door, CheckInList list) {}

  /**
   * Locks the device, so that its scans are judged one after another and none after its end.
   *
   * @throws DeviceRevoked where its right has ended
   */
  public Door enter(UUID deviceId) {
    return open(alive(devices.lock(deviceId).orElseThrow(DeviceRevoked::new)), false);
  }

  /**
   * For a delivery: within an hour after its end a device may still hand over what it has.
   *
   * @throws DeviceRevoked where that hour is over too
   */
  public Door enterToDeliver(UUID deviceId) {
    DeviceRow device = devices.lock(deviceId).orElseThrow(DeviceRevoked::new);
    Instant now = clock.instant();
    return device.isDraining(now) ? open(device, true) : open(alive(device), false);
  }

  /**
   * For reading; this very list.
   *
   * @throws DeviceRevoked where the device's right has ended
   * @throws NotYours where the list is not one of this device
   */
  public AtList look(UUID deviceId, UUID listId) {
    Door door = open(alive(devices.findById(deviceId).orElseThrow(DeviceRevoked::new)), false);
    return new AtList(door, door.list(listId).orElseThrow(NotYours::new));
  }

  /** What a registrar alone may do. */
  public AtList lookAsRegistrar(UUID deviceId, UUID listId) {
    AtList found = look(deviceId, listId);
    if (!found.door().isRegistrar()) {
      throw new RegistrarOnly();
    }
    return found;
  }

  private DeviceRow alive(DeviceRow device) {
    if (!device.isAlive(clock.instant())) {
      throw new DeviceRevoked();
    }
    return device;
  }

  /** Opens a sheet of paper to the registrar who enters it; her own scope is open already. */
  public Door paper(Door registrar, DeviceRow sheet) {
    return new Door(
        sheet.id(),
        sheet.door(),
        sheet.role(),
        sheet.enrolledAt(),
        registrar.lists(),
        allowed(sheet, registrar.lists()),
        false);
  }

  private Door open(DeviceRow device, boolean isDraining) {
    scope.meeting(device.meetingId());
    List<CheckInList> all = lists.of(device.meetingId());
    return new Door(
        device.id(),
        device.door(),
        device.role(),
        device.enrolledAt(),
        all,
        allowed(device, all),
        isDraining);
  }

  private static List<CheckInList> allowed(DeviceRow device, List<CheckInList> all) {
    return all.stream().filter(list -> device.scans(list.id())).toList();
  }
}
