package org.profbilet.memberlists.form;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a chair said of the columns of her file, where it differs from what their names say.
 *
 * @param byName the code of a {@link Column} by the key of a {@link FileColumn}; empty for a column
 *     that is not to be read
 */
public record Naming(Map<String, String> byName) {

  public static final Naming NONE = new Naming(Map.of());
  private static final String NAMELESS = "#";

  public Naming {
    byName = Map.copyOf(byName);
  }

  /** This naming, and the other where both speak. */
  public Naming with(Naming other) {
    Map<String, String> both = new HashMap<>(byName);
    both.putAll(other.byName);
    return new Naming(both);
  }

  /** Without the columns that have no name to remember them by. */
  public Naming memorable() {
    return new Naming(
        byName.entrySet().stream()
            .filter(entry -> !entry.getKey().startsWith(NAMELESS))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** Whether two columns of the file are said to be one of the form. */
  public boolean isAmbiguous() {
    return byName.values().stream().filter(code -> !code.isEmpty()).distinct().count()
        < byName.values().stream().filter(code -> !code.isEmpty()).count();
  }

  static String nameless(int place) {
    return NAMELESS + place;
  }

  boolean speaksOf(String key) {
    return byName.containsKey(key);
  }

  Optional<Column> column(String key) {
    String code = byName.getOrDefault(key, "");
    return code.isEmpty() ? Optional.empty() : Optional.of(Column.valueOf(code));
  }
}
