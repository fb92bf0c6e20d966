package org.profbilet.contract.scanner;

/** Which way the person goes. */
public enum ScanType {
  ENTRY,
  EXIT
}
