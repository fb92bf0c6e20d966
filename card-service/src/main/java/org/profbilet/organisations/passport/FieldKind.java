package org.profbilet.organisations.passport;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a field may hold; every value is kept as text. */
public enum FieldKind {
  TEXT(text -> text.length() <= 300),
  /** 2020-01-31. */
  DATE(FieldKind::isPastDay),
  YES_NO(Set.of("YES", "NO")::contains),
  INSTITUTION_KIND(
      Set.of(
              "SCHOOL",
              "PRESCHOOL",
              "EXTRA",
              "VOCATIONAL",
              "UNIVERSITY",
              "RESEARCH",
              "AUTHORITY",
              "COMPLEX",
              "OTHER")
          ::contains),
  OGRN(FieldKind::isOgrn),
  INN(FieldKind::isInn),
  KPP(Pattern.compile("\\d{4}[\\dA-Z]{2}\\d{3}").asMatchPredicate()),
  PHONE(Pattern.compile("[+\\d][\\d ()-]{4,28}").asMatchPredicate()),
  EMAIL(Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s.]{2,}").asMatchPredicate()),
  SITE(Pattern.compile("(https?://)?[^\\s/]+\\.[^\\s]{2,200}").asMatchPredicate()),
  ZONE(ZoneId.getAvailableZoneIds()::contains);

  private static final LocalDate FIRST_DAY = LocalDate.of(1800, 1, 1);

  private final Predicate<String> rule;

  FieldKind(Predicate<String> rule) {
    this.rule = rule;
  }

  boolean accepts(String value) {
    return rule.test(value);
  }

  private static boolean isPastDay(String text) {
    try {
      return LocalDate.parse(text).isAfter(FIRST_DAY);
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** The last digit is the rest of dividing all before it by 11, and its last digit. */
  private static boolean isOgrn(String text) {
    return text.matches("\\d{13}")
        && Long.parseLong(text.substring(0, 12)) % 11 % 10 == text.charAt(12) - '0';
  }

  private static boolean isInn(String text) {
    if (!text.matches("\\d{10}")) {
      return false;
    }
    int[] weights = {2, 4, 10, 3, 5, 9, 4, 6, 8};
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * (text.charAt(i) - '0');
    }
    return sum % 11 % 10 == text.charAt(9) - '0';
  }
}
