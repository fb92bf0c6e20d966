package org.profbilet.cards;

/** What a copy of the ticket is made of; to a door they are equal. */
public enum CardMedium {
  PLASTIC,
  /** Printed by the chair for who has no phone. */
  PAPER
}
