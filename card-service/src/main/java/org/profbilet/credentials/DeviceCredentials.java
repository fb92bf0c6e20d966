package org.profbilet.credentials;

/**
 * What a phone holds: texts of SD-JWT VC.
 *
 * @param door shown at the union's doors
 * @param member shown in shops
 */
public record DeviceCredentials(String door, String member) {

  @Override
  public String toString() {
    return "DeviceCredentials[…]";
  }
}
