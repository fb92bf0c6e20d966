package org.profbilet.members.transfers;

/**
 * For what a person of another primary is asked: to be a member here, or to be linked as a
 * part-timer.
 */
public enum Wish {
  TRANSFER,
  SECONDARY
}
