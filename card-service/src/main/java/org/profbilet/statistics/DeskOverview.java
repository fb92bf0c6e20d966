package org.profbilet.statistics;

import java.util.List;
import org.profbilet.organisations.Organisation;

/**
 * What the chair sees first.
 *
 * @param above the organisation that helps her
 * @param people members on record
 * @param toDo what waits, most urgent first
 */
public record DeskOverview(Organisation primary, Organisation above, int people, List<Task> toDo) {

  /** One thing to do, and for how many. */
  public record Task(Kind kind, int count) {}

  /** In the order in which the work is done (seed 001, steps 4 to 7). */
  public enum Kind {
    LOAD_LIST,
    /** The law gives 30 days (152-ФЗ art. 21 p. 5). */
    ERASE_DATA,
    ANSWER_REQUESTS,
    TAKE_OVER,
    ANSWER_CORRECTIONS,
    ORDER_RETURNED,
    RECORD_CONSENTS,
    ORDER_CARDS,
    ISSUE_CARDS
  }
}
