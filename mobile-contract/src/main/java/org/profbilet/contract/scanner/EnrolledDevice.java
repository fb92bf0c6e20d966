package org.profbilet.contract.scanner;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * @param door where this phone stands, as the chair called it
 * @param role what it may do
 * @param validUntil when its right ends by itself
 * @param root key that signs trust and lists; pinned now, at the moment of the invitation
 * @param accessToken opens the first session at once
 * @param expiresIn seconds until a new session must be opened
 */
@Serdeable
public record EnrolledDevice(
    UUID deviceId,
    String door,
    DeviceRole role,
    Instant validUntil,
    List<DoorList> lists,
    RootKey root,
    String accessToken,
    int expiresIn,
    Instant serverTime) {

  public EnrolledDevice {
    lists = List.copyOf(lists);
  }

  @Override
  public String toString() {
    return "EnrolledDevice[" + deviceId + "]";
  }
}
