package org.profbilet.cards;

/** The way of an order. */
public enum OrderState {
  DRAFT,
  ORDERED,
  RETURNED,
  APPROVED,
  CANCELLED,
  FULFILLED
}
