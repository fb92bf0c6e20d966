package org.profbilet.contract.chair;

/** Whether somebody on the list may take part; set by the mandate commission. */
public enum MandateState {
  CONFIRMED,
  NOT_CONFIRMED,
  WITHDRAWN,
  REPLACED,
  ALTERNATE
}
