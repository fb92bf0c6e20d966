package org.profbilet.members;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Surname, name and, where the person has one, patronymic; kept as written, ё included. */
@Serdeable
public record PersonName(String last, String first, @Nullable String middle) {

  public PersonName {
    if (last.isBlank() || first.isBlank() || (middle != null && middle.isBlank())) {
      throw new IllegalArgumentException("a name has a surname and a first name");
    }
  }

  /** What lists are searched and people are matched by: lower case, ё as е. */
  public String forSearch() {
    return forSearch(middle == null ? last + " " + first : last + " " + first + " " + middle);
  }

  public static String forSearch(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT).replace('ё', 'е');
  }

  /** A name never reaches a log by accident. */
  @Override
  public String toString() {
    return "PersonName[hidden]";
  }
}
