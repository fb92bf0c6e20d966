package org.profbilet.consents;

/** Why a consent ended although nobody decided so; it has to be asked for anew. */
public enum Cause {
  /** A consent to SMS is given for a number, not for a person (126-ФЗ art. 44.1). */
  PHONE_CHANGED,
  /** Newer words are in force, and who signed older ones has not agreed to them. */
  TEXT_REPLACED,
  /** The list that told of the paper was taken back, and nothing had been decided before. */
  LIST_UNDONE
}
