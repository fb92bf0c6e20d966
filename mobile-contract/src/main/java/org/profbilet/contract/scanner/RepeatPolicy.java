package org.profbilet.contract.scanner;

/** What happens when a person comes back. */
public enum RepeatPolicy {
  /** Who has left may come in again. */
  REENTRY,
  /** One entry; who has left stays outside. */
  SINGLE
}
