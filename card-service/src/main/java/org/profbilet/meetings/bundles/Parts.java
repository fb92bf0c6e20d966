package org.profbilet.meetings.bundles;

import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.profbilet.contract.scanner.ListBundle.OfflineList;

/**
 * An offline list in 256 parts, by the first two hex digits of the names of its records, so that a
 * device fetches again only what has changed.
 */
final class Parts {

  private static final int COUNT = 256;
  private static final int DIGITS = 4;

  private Parts() {}

  /** Those of which the device has other records than we. */
  static List<String> changed(Map<String, String> records, String known) {
    Map<String, TreeMap<String, String>> parts = split(records);
    return IntStream.range(0, COUNT)
        .filter(
            place ->
                !known
                    .substring(place * DIGITS, (place + 1) * DIGITS)
                    .equalsIgnoreCase(digest(parts.getOrDefault(name(place), new TreeMap<>()))))
        .mapToObj(Parts::name)
        .toList();
  }

  private static Map<String, TreeMap<String, String>> split(Map<String, String> records) {
    return records.keySet().stream()
        .collect(
            Collectors.groupingBy(
                name -> name.substring(0, 2),
                Collectors.toMap(
                    Function.identity(), records::get, (one, same) -> one, TreeMap::new)));
  }

  private static String digest(TreeMap<String, String> part) {
    return SealedRecords.digest(part).substring(0, DIGITS);
  }

  private static String name(int place) {
    return HexFormat.of().toHexDigits((byte) place);
  }

  /** The same list with the records of these parts alone. */
  static OfflineList only(OfflineList list, Collection<String> parts) {
    Map<String, String> records =
        list.records().entrySet().stream()
            .filter(record -> parts.contains(record.getKey().substring(0, 2)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return new OfflineList(
        list.id(),
        list.version(),
        list.name(),
        list.event(),
        list.kind(),
        list.policy(),
        list.opensAt(),
        list.closesAt(),
        list.zone(),
        list.madeAt(),
        list.validUntil(),
        list.salt(),
        list.handleKey(),
        list.exclusiveGroup(),
        list.settings(),
        records);
  }
}
