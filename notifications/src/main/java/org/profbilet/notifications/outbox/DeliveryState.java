package org.profbilet.notifications.outbox;

/** Where a delivery stands (settled names). */
public enum DeliveryState {
  PENDING,
  CLAIMED,
  ACCEPTED,
  DELIVERED,
  BOUNCED,
  UNCERTAIN,
  DEAD,
  WITHHELD
}
