package org.profbilet.organisations.changes;

import java.time.LocalDate;

/**
 * The paper behind a deed.
 *
 * @param number of the decision, for example «3-7»
 * @param effectiveOn the first day on which it is so
 */
public record Decision(String number, LocalDate decidedOn, LocalDate effectiveOn) {}
