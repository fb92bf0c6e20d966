package org.profbilet.contract.chair;

/** To be a member here, or to be linked as a part-timer who counts elsewhere. */
public enum RequestWish {
  TRANSFER,
  SECONDARY
}
