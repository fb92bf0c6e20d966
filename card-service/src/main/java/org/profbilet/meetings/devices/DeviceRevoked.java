package org.profbilet.meetings.devices;

/** The right of a phone at a door was revoked or has ended. Becomes 401 DEVICE_REVOKED. */
public class DeviceRevoked extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DeviceRevoked() {
    super("the right of the device has ended", null, false, false);
  }
}
