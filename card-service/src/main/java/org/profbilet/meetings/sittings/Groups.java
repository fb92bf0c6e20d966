package org.profbilet.meetings.sittings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.profbilet.meetings.Phrases;

/** People counted by what they are. A group so small that it would name somebody is never shown. */
final class Groups {

  static final int SMALLEST = 5;

  private Groups() {}

  record Group(String name, int count) {}

  /** By sex, by age in the year of the sitting, by whether elected for the first time. */
  static List<Group> of(Collection<RollRow> people, int year) {
    List<Group> all = new ArrayList<>();
    all.addAll(by(people, row -> Phrases.of("sex." + row.sex())));
    all.addAll(by(people, row -> Phrases.of("age." + ageGroup(year - row.birthYear()))));
    all.addAll(by(people, row -> Phrases.of("first." + row.firstTime())));
    return all;
  }

  private static int ageGroup(int age) {
    return age <= 35 ? 35 : age <= 50 ? 50 : age <= 60 ? 60 : 99;
  }

  private static List<Group> by(Collection<RollRow> people, Function<RollRow, String> kind) {
    Map<String, Long> counts =
        people.stream().collect(Collectors.groupingBy(kind, TreeMap::new, Collectors.counting()));
    return merged(
        counts.entrySet().stream()
            .map(one -> new Group(one.getKey(), one.getValue().intValue()))
            .toList());
  }

  /**
   * Small groups become one; where that one is small too, the smallest of the others joins it, for
   * whoever knows the sum could subtract.
   */
  static List<Group> merged(List<Group> groups) {
    List<Group> large = new ArrayList<>(groups.stream().filter(one -> !isSmall(one)).toList());
    int rest = groups.stream().filter(Groups::isSmall).mapToInt(Group::count).sum();
    if (rest > 0 && rest < SMALLEST && !large.isEmpty()) {
      Group least = large.stream().min(Comparator.comparingInt(Group::count)).orElseThrow();
      large.remove(least);
      rest += least.count();
    }
    if (rest > 0) {
      large.add(new Group(Phrases.of("others"), rest));
    }
    return large;
  }

  private static boolean isSmall(Group group) {
    return group.count() > 0 && group.count() < SMALLEST;
  }
}
