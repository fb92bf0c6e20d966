package org.profbilet.statistics;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;

/** A decision in force on a day, as known at a moment. */
@Introspected
public record ConsentOnDay(String purpose, String channel, String state, LocalDate signedOn) {}
