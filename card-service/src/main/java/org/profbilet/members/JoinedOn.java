package org.profbilet.members;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;

/** The day of joining the Union, or only its year where no paper says more. */
@Serdeable
public record JoinedOn(LocalDate date, Precision precision) {

  /** How much of the date is known. */
  public enum Precision {
    DAY,
    YEAR
  }

  public static JoinedOn day(LocalDate date) {
    return new JoinedOn(date, Precision.DAY);
  }

  public static JoinedOn year(int year) {
    return new JoinedOn(LocalDate.of(year, 1, 1), Precision.YEAR);
  }

  /** Whether the joining is certainly later than the day. */
  public boolean isAfter(LocalDate day) {
    return precision == Precision.YEAR ? date.getYear() > day.getYear() : date.isAfter(day);
  }
}
