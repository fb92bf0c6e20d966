package org.profbilet.contract.scanner;

/** What a phone at a door may do. */
public enum DeviceRole {
  /** Scans, and takes back what it scanned itself a moment ago. */
  VOLUNTEER,
  /** Also searches by name, decides against the list and takes back whatever was scanned. */
  REGISTRAR
}
