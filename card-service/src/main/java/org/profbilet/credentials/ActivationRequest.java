package org.profbilet.credentials;

import java.time.LocalDate;
import java.util.UUID;
import org.profbilet.contract.credential.DeviceKey;

/**
 * What a new phone says.
 *
 * @param deviceId chosen by the phone; the key of the request
 * @param ticketNumber ten digits, or empty where there is an offer
 * @param offer what the QR of the slip carries, or empty
 * @param code eight digits
 * @param doorProof a statement of the device, signed with the door key
 * @param memberProof the same, signed with the member key
 */
public record ActivationRequest(
    UUID deviceId,
    String ticketNumber,
    String offer,
    LocalDate birthDate,
    String code,
    DeviceKey doorKey,
    DeviceKey memberKey,
    String doorProof,
    String memberProof,
    String deviceName) {

  /** Recognises the same request; proofs are left out, for a repeat makes new ones. */
  String words() {
    return String.join(
        "\n",
        deviceId.toString(),
        ticketNumber,
        offer,
        birthDate.toString(),
        code,
        doorKey.thumbprint(),
        memberKey.thumbprint());
  }

  @Override
  public String toString() {
    return "ActivationRequest[" + deviceId + "]";
  }
}
