package org.profbilet.memberlists;

import java.time.LocalDate;
import java.util.Locale;
import org.profbilet.members.MemberRecord;
import org.profbilet.members.PersonName;

/** Whether two records that differ are likely one person: a slip of the pen, or a new surname. */
final class Similarity {

  private Similarity() {}

  /** Same name and birthday; ё, case and blanks do not tell people apart. */
  static String key(MemberRecord member) {
    return member.name().forSearch() + "|" + member.birthDate();
  }

  /** Only е and ё differ between two spellings of one key. */
  static boolean sameSpelling(PersonName one, PersonName other) {
    return spelling(one).equals(spelling(other));
  }

  static boolean isLikely(MemberRecord one, MemberRecord other) {
    PersonName a = one.name();
    PersonName b = other.name();
    if (a.forSearch().equals(b.forSearch())) {
      return isSlip(one.birthDate(), other.birthDate());
    }
    if (!one.birthDate().equals(other.birthDate()) || one.sex() != other.sex()) {
      return false;
    }
    boolean sameFirst = plain(a.first()).equals(plain(b.first()));
    boolean sameLast = plain(a.last()).equals(plain(b.last()));
    boolean sameMiddle = middle(a).equals(middle(b));
    boolean unknownMiddle = middle(a).isEmpty() || middle(b).isEmpty();
    return (sameFirst && sameMiddle && !unknownMiddle)
        || (sameFirst && sameLast && (unknownMiddle || isOneLetter(middle(a), middle(b))))
        || (sameLast && sameMiddle && isOneLetter(plain(a.first()), plain(b.first())));
  }

  /** Day and month changed places, or one of the three numbers is another. */
  static boolean isSlip(LocalDate one, LocalDate other) {
    boolean swapped =
        one.getYear() == other.getYear()
            && one.getMonthValue() == other.getDayOfMonth()
            && one.getDayOfMonth() == other.getMonthValue();
    int equal = one.getYear() == other.getYear() ? 1 : 0;
    equal += one.getMonthValue() == other.getMonthValue() ? 1 : 0;
    equal += one.getDayOfMonth() == other.getDayOfMonth() ? 1 : 0;
    return swapped || equal == 2;
  }

  /** One letter more, less, another, or two neighbours in the wrong order. */
  static boolean isOneLetter(String one, String other) {
    int start = 0;
    while (start < Math.min(one.length(), other.length())
        && one.charAt(start) == other.charAt(start)) {
      start++;
    }
    String a = one.substring(start);
    String b = other.substring(start);
    int end = 0;
    while (end < Math.min(a.length(), b.length())
        && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
      end++;
    }
    String restA = a.substring(0, a.length() - end);
    String restB = b.substring(0, b.length() - end);
    boolean swapped =
        restA.length() == 2
            && restB.length() == 2
            && restA.charAt(0) == restB.charAt(1)
            && restA.charAt(1) == restB.charAt(0);
    return swapped || (restA.length() <= 1 && restB.length() <= 1);
  }

  private static String middle(PersonName name) {
    return name.middle() == null ? "" : plain(name.middle());
  }

  private static String plain(String name) {
    return PersonName.forSearch(name);
  }

  private static String spelling(PersonName name) {
    String middle = name.middle() == null ? "" : name.middle();
    return (name.last() + " " + name.first() + " " + middle).strip().toLowerCase(Locale.ROOT);
  }
}
