package org.profbilet.contract.scanner;

/** What happens when a person comes back. */
public enum RepeatPolicy {
  /** Who has left may come in again. */
  REENTRY,
  /** One entry; who has left stays outside. */
  SINGLE,
  /** One entry a day of the meeting's own zone. */
  DAILY,
  /** Every entry is an entry; the person is one. */
  MULTI
}
