package org.profbilet.organisations.passport;

import java.util.List;
import java.util.Map;
import org.profbilet.organisations.Organisation;

/**
 * A passport as it was on a day and known at a moment.
 *
 * @param values by field, those that ever had a value
 * @param counts the newest declaration of each subject
 * @param required what this level must fill in; COUNT_… is a declared headcount
 * @param missing of these, what is empty today
 */
public record Passport(
    Organisation organisation,
    Map<String, FieldValue> values,
    List<DeclaredCount> counts,
    List<String> required,
    List<String> missing) {

  public Passport {
    values = Map.copyOf(values);
    counts = List.copyOf(counts);
    required = List.copyOf(required);
    missing = List.copyOf(missing);
  }
}
