package org.profbilet.members.transfers;

/** Where a request stands. */
public enum RequestState {
  WAITING,
  GRANTED,
  REFUSED,
  CANCELLED
}
